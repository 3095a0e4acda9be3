using NUnit.Framework;

namespace OfficeNode.Tests.Fields;

public sealed class PartiesTests
{
    [Test]
    public void Parties_that_stand_side_by_side_keep_what_stands_below_each()
    {
        var sheet = Sheet.Of("(21) Application number: KE/P/2026/000123")
            .Row("(71) Applicant", "(74) Agent")
            .Row("Name: Highland Pump Works", "Name: Tobias Barasa")
            .Row("Address: 27 Quarry Lane", "Address: 1 Court Street");

        Assert.That(
            (sheet.ValueOf("applicant"), sheet.ValueOf("agent"), sheet.ValueOf("address")),
            Is.EqualTo(("Highland Pump Works", "Tobias Barasa", "27 Quarry Lane")));
    }

    [Test]
    public void Address_of_the_agent_leaves_the_lines_below_the_applicant_his_address()
    {
        var sheet = Sheet.Of("(21) Application number: KE/P/2026/000123", "(71) Applicant: Highland Pump Works Limited")
            .Line("27 Quarry Lane", step: 58).Line("Nakuru 20100", step: 58)
            .Line("(74) Agent: Tobias Barasa").Line("Address: 1 Court Street, Mombasa");

        Assert.That((sheet.ValueOf("applicant"), sheet.ValueOf("address")), Is.EqualTo(("Highland Pump Works Limited", "27 Quarry Lane Nakuru 20100")));
    }

    [Test]
    public void Address_in_a_column_without_a_heading_belongs_to_the_last_party()
    {
        var sheet = Sheet.Of("(21) Application number: KE/P/2026/000123")
            .Row("(71) Applicant: Highland", "Address: 27 Quarry Lane")
            .Row("(74) Agent: Tobias Barasa", "Address: 1 Court Street");

        Assert.That(sheet.ValueOf("address"), Is.EqualTo("27 Quarry Lane"));
    }

    [Test]
    public void Code_names_the_party_of_an_address_wherever_it_stands()
    {
        var sheet = Sheet.Of("(21) Application number: KE/P/2026/000123", "(71) Applicant: Highland Pump Works Limited", "(74) Agent: Tobias Barasa", "(71) Address: 27 Quarry Lane");

        Assert.That(sheet.ValueOf("address"), Is.EqualTo("27 Quarry Lane"));
    }
}
