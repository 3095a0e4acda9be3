namespace OfficeNode.Tests.Reading;

/// <summary>A few lines of the project's own in each language that pages are tested with.</summary>
internal static class PrintedTexts
{
    public const string English = "The node keeps every page it has taken in, and shows which ones it could not read. Nothing leaves the office before a decision (No. 35) opens it.";

    public static readonly IReadOnlyDictionary<string, string> ByLanguage = new Dictionary<string, string>
    {
        ["eng"] = English,
        ["fra"] = "Le déposant a présenté sa demande à l'office le 3 février ; la décision sera publiée après l'examen des pièces reçues.",
        ["spa"] = "El solicitante presentó su petición el año pasado. La oficina publicará la resolución después de examinar los documentos.",
        ["por"] = "O requerente apresentou o pedido no ano passado. A repartição publicará a decisão após a verificação dos documentos.",
        ["rus"] = "Заявитель подал заявку в прошлом году. Ведомство опубликует решение после проверки всех полученных документов.",
        ["ara"] = "قدم صاحب الطلب وثائقه إلى المكتب في العام الماضي وسوف ينشر القرار بعد فحص جميع الوثائق",
    };

    /// <summary>By Tesseract's names.</summary>
    public static IEnumerable<string> Languages => ByLanguage.Keys;
}
