namespace OfficeNode.Journeys.Kiosk.WholeWay;

/// <summary>The four who work in the office, each at a window of their own.</summary>
/// <param name="Amina">Administrator.</param>
/// <param name="Binta">Clerk.</param>
/// <param name="Salif">Supervisor.</param>
/// <param name="Hana">Head of office; in a small office she stands in for the supervisor too.</param>
internal sealed record WayPeople(KioskPerson Amina, KioskPerson Binta, KioskPerson Salif, KioskPerson Hana)
{
    public IEnumerable<KioskPerson> All => [Amina, Binta, Salif, Hana];

    public static async Task<WayPeople> SeatAsync(string language, Func<Task<BrowserPage>> open) => new(
        new KioskPerson(await open(), "amina", language == "ar" ? "أمينة سو" : "Amina Sow", language),
        new KioskPerson(await open(), "binta", language == "ar" ? "بنتا كيتا" : "Binta Keita", language),
        new KioskPerson(await open(), "salif", language == "ar" ? "سالف ديالو" : "Salif Diallo", language),
        new KioskPerson(await open(), "hana", language == "ar" ? "هناء المصري" : "Hana Masri", language));
}
