using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.Host.Kiosk.Register;
using OfficeNode.Host.Texts;

namespace OfficeNode.Journeys.Texts;

public sealed class RecordPlaceTests
{
    [TestCase("titles[0].text", "Título")]
    [TestCase("filingDate", "Fecha de presentación")]
    [TestCase("parties[2].names[0].text", "Persona o empresa")]
    [TestCase("mark.words[1].text", "Palabras de la marca")]
    [TestCase("mark.standing", "Marca")]
    [TestCase("publications[0].gazette", "Publicación")]
    public void A_place_of_a_record_is_said_as_people_know_it(string path, string said) => Assert.That(Said(path), Is.EqualTo(said));

    [TestCase("pages/MRK")]
    [TestCase("page 3")]
    [TestCase("Transaction")]
    public void What_is_no_place_of_a_record_stays_as_it_is(string path) => Assert.That(Said(path), Is.EqualTo(path));

    private static string? Said(string path)
    {
        using var entered = Languages.Shipped.Find("es")!.Enter();

        return RecordPlaces.Named(new Finding("TEXT-REPLACED", Severity.Error) { Path = path }).Path;
    }
}
