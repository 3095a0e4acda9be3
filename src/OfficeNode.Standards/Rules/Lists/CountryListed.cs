using OfficeNode.Core;

namespace OfficeNode.Standards.Rules.Lists;

/// <summary>Every country of an address, nationality or residence is one of ISO 3166-1.</summary>
internal sealed class CountryListed : Rule
{
    public override string Id => "COUNTRY-LISTED";

    public override Severity Severity => Severity.Error;

    public override string Source => "facts/numbering-and-codes.md [V]";

    public override IEnumerable<Finding> Check(Subject subject)
    {
        var parties = subject.Record.Parties;
        for (var i = 0; i < parties.Count; i++)
        {
            foreach (var (country, part) in CountriesOf(parties[i]))
            {
                if (country is { } code && !subject.Codes.Countries.Contains(code.Value))
                {
                    yield return At(Item("parties", i, part), code.Value, "a country code of ISO 3166-1");
                }
            }
        }
    }

    private static (CountryCode? Country, string Part)[] CountriesOf(Party party) =>
        [(party.Address?.Country, "address.country"), (party.Nationality, "nationality"), (party.Residence, "residence")];
}
