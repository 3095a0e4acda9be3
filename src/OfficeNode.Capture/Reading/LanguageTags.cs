namespace OfficeNode.Capture.Reading;

/// <summary>The tags by which XML and PDF name languages, for the names of Tesseract's models.</summary>
/// <remarks>Source: ISO 639-1 and 639-2, which BCP 47 takes the shortest code of. Bare code lists.</remarks>
internal static class LanguageTags
{
    private const string Pairs =
        "amh=am ara=ar aze=az bel=be ben=bn bul=bg cat=ca ces=cs chi_sim=zh-Hans chi_tra=zh-Hant dan=da deu=de ell=el eng=en "
        + "est=et fas=fa fin=fi fra=fr heb=he hin=hi hrv=hr hun=hu hye=hy ind=id ita=it jpn=ja kat=ka kaz=kk khm=km kir=ky kor=ko "
        + "lao=lo lav=lv lit=lt mkd=mk mon=mn msa=ms mya=my nep=ne nld=nl nor=no pol=pl por=pt pus=ps ron=ro rus=ru sin=si slk=sk "
        + "slv=sl spa=es sqi=sq srp=sr swa=sw swe=sv tgk=tg tha=th tir=ti tur=tr ukr=uk urd=ur uzb=uz vie=vi";

    private static readonly Dictionary<string, string> Short =
        Pairs.Split(' ').Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase);

    /// <summary>The tag of a model; of one not listed here its own three letters, which are a tag too.</summary>
    public static string Of(string model) => Short.GetValueOrDefault(model) ?? Short.GetValueOrDefault(model[..3]) ?? model[..3].ToLowerInvariant();
}
