using NUnit.Framework;

namespace OfficeNode.Journeys;

/// <summary>Tests that each have one node of their own, made before the test and removed after it.</summary>
public abstract class OneNodeTests
{
    private protected TestNode Node { get; private set; } = null!;   // set before each test

    [SetUp]
    public async Task MakeNode() => Node = await MakeNodeAsync();

    [TearDown]
    public void RemoveNode() => Node.Dispose();

    /// <summary>The sample office's, empty; fixtures that need another say so.</summary>
    private protected virtual Task<TestNode> MakeNodeAsync() => TestNode.CreateAsync();
}
