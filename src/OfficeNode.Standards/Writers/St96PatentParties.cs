using System.Globalization;
using OfficeNode.Core;

namespace OfficeNode.Standards.Writers;

/// <summary>Writes pat:PartyBag.</summary>
internal sealed class St96PatentParties
{
    private readonly St96Output _xml;
    private readonly Record _record;

    public St96PatentParties(St96Output xml, Record record)
    {
        _xml = xml;
        _record = record;
    }

    public void Write()
    {
        _xml.Start("PartyBag");
        WriteBag("ApplicantBag", "Applicant", PartyRole.Applicant);
        WriteBag("InventorBag", "Inventor", PartyRole.Inventor);
        WriteBag("OwnerBag", "Owner", PartyRole.Holder);
        WriteBag("RegisteredPractitionerBag", "RegisteredPractitioner", PartyRole.Representative);
        _xml.End();
    }

    private void WriteBag(string bag, string element, PartyRole role)
    {
        var sequence = 0;
        foreach (var (party, path) in St96Parties.With(_record, role))
        {
            if (sequence++ == 0)
            {
                _xml.Start(bag);
            }

            _xml.Start(element);
            _xml.Attribute("sequenceNumber", sequence.ToString(CultureInfo.InvariantCulture));
            _xml.Own("RegisteredPractitionerCategory", role == PartyRole.Representative ? "Agent" : null);
            St96Parties.Contact(_xml, party, path);
            if (role is PartyRole.Applicant or PartyRole.Inventor)
            {
                _xml.ComCountry("NationalityCode", party.Nationality, path + ".nationality");
            }

            if (role == PartyRole.Applicant)
            {
                _xml.ComCountry("ResidenceCountryCode", party.Residence, path + ".residence");
            }

            _xml.End();
        }

        if (sequence > 0)
        {
            _xml.End();
        }
    }
}
