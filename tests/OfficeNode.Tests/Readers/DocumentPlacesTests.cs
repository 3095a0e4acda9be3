using NUnit.Framework;
using OfficeNode.Standards.Readers;

namespace OfficeNode.Tests.Readers;

[CancelAfter(10_000)]
[Parallelizable(ParallelScope.Self)]
public sealed class DocumentPlacesTests
{
    [TestCase("/tmk:TrademarkApplication/tmk:TrademarkBag/tmk:Trademark/tmk:GoodsServicesBag/tmk:GoodsServices/tmk:ClassDescriptionBag/tmk:ClassDescription/tmk:ClassNumber", "nice")]
    [TestCase("/tmk:TrademarkApplication/tmk:TrademarkBag/tmk:Trademark/tmk:GoodsServicesBag/tmk:GoodsServices/tmk:GoodsServicesDescriptionText", "nice.goods")]
    [TestCase("/tmk:TrademarkApplication/tmk:ApplicantBag/tmk:Applicant/com:Contact/com:PostalAddressBag/com:PostalAddress/com:CountryCode", "parties[applicant].address.country")]
    [TestCase("/tmk:TrademarkApplication/tmk:ApplicantBag/tmk:Applicant/com:Contact/com:PostalAddressBag/com:PostalAddress/com:CityName", "parties[applicant].address.lines")]
    [TestCase("/ep-patent-document/bibliographic-data/parties/inventors/inventor/addressbook/name", "parties[inventor].name")]
    [TestCase("/pat:PatentPublication/pat:BibliographicData/pat:PriorityClaimBag/pat:PriorityClaim/com:IPOfficeCode", "priorities.office")]
    [TestCase("/pat:PatentPublication/pat:BibliographicData/pat:PriorityClaimBag/pat:PriorityClaim/pat:FilingDate", "priorities.date")]
    [TestCase("/pat:PatentPublication/pat:BibliographicData/pat:InventionTitleBag/pat:InventionTitle", "titles")]
    public void An_element_leads_to_the_field_that_it_was_written_from(string path, string field) =>
        Assert.That(DocumentPlaces.Of(path), Is.EqualTo(field));

    [TestCase("parties[0].names[0]")]
    [TestCase("/tmk:TrademarkApplication/tmk:TrademarkBag")]
    [TestCase("/")]
    public void What_is_no_element_of_a_field_leads_nowhere(string path) => Assert.That(DocumentPlaces.Of(path), Is.Null);
}
