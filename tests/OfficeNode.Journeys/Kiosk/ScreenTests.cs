using NUnit.Framework;

namespace OfficeNode.Journeys.Kiosk;

/// <summary>Tests of screens that a node of their own serves, used by keys alone. The node is made before each test and removed after it.</summary>
public abstract class ScreenTests : BrowserTests
{
    private protected TestNode Node { get; private set; } = null!;   // set before each test

    [SetUp]
    public async Task MakeNode() => Node = await TestNode.CreateAsync();

    [TearDown]
    public void RemoveNode() => Node.Dispose();
}
