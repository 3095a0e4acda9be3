using NUnit.Framework;

namespace OfficeNode.Journeys.People;

/// <summary>Tests that each have an office of their own with two people in it.</summary>
public abstract class PeopleOfficeTests
{
    private protected PeopleOffice Office { get; private set; } = null!;   // set before each test

    [SetUp]
    public async Task OpenOffice() => Office = await PeopleOffice.CreateAsync();

    [TearDown]
    public void CloseOffice() => Office.Dispose();
}
