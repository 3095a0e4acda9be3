using OfficeNode.Standards.Rules.Acceptance;
using OfficeNode.Standards.Rules.Classes;
using OfficeNode.Standards.Rules.Dates;
using OfficeNode.Standards.Rules.Lists;
using OfficeNode.Standards.Rules.Numbers;
using OfficeNode.Standards.Rules.Pages;
using OfficeNode.Standards.Rules.Parties;
using OfficeNode.Standards.Rules.Priorities;
using OfficeNode.Standards.Rules.Publications;
using OfficeNode.Standards.Rules.Routes;
using OfficeNode.Standards.Rules.Signs;
using OfficeNode.Standards.Rules.Statuses;
using OfficeNode.Standards.Rules.Texts;
using OfficeNode.Standards.Rules.Views;

namespace OfficeNode.Standards.Rules;

/// <summary>Every rule there is. A new rule is entered here, and a test says so when it is forgotten.</summary>
internal static class AllRules
{
    public static IReadOnlyList<Rule> InOrder { get; } = [.. Listed().OrderBy(rule => rule.Id, StringComparer.Ordinal)];

    private static Rule[] Listed() =>
    [
        new AcceptDates(),
        new AcceptDesignClass(),
        new AcceptDesignItem(),
        new AcceptDesignView(),
        new AcceptExpiry(),
        new AcceptHolder(),
        new AcceptLanguage(),
        new AcceptMarkClass(),
        new AcceptMarkImage(),
        new AcceptMarkSign(),
        new AcceptPatentApplication(),
        new AcceptPatentClass(),
        new AcceptPatentContent(),
        new AcceptPatentParty(),
        new AcceptPatentPublication(),
        new AcceptPatentTitle(),
        new AcceptStatus(),

        new ClassDouble(),
        new IpcFirst(),
        new IpcFirstInvention(),
        new IpcForm(),
        new IpcIndicators(),
        new LocarnoEditionMissing(),
        new LocarnoForm(),
        new LocarnoRange(),
        new NiceEditionMissing(),
        new NiceGoodsMissing(),
        new NiceRange(),
        new ViennaForm(),

        new DateEarly(),
        new DateFuture(),
        new DatePrintedYear(),
        new ExpiryLast(),
        new FilingFirst(),
        new TerminationLast(),

        new CountryListed(),
        new LanguageListed(),
        new OfficeListed(),

        new NumberForm(),
        new NumberMissing(),
        new NumberSt13Right(),
        new NumberYear(),
        new RegistrationIncomplete(),

        new HagueFileSize(),
        new HagueOneFormat(),
        new HaguePixels(),
        new HagueTotalSize(),
        new PageColour(),
        new PageDamaged(),
        new PageResolution(),
        new PageSequence(),
        new PageSize(),
        new PictureColourMode(),
        new PictureFormat(),

        new CreatorIsPerson(),
        new OriginMissing(),
        new PartyDouble(),
        new PartyNameMissing(),
        new PartyNameScripts(),
        new PartyNameSpaces(),
        new PartyRoleRight(),

        new PriorityBeforeFiling(),
        new PriorityDouble(),
        new PriorityIncomplete(),
        new PriorityOfficeListed(),
        new PriorityPeriod(),

        new PublicationDouble(),
        new PublicationIncomplete(),
        new PublicationKindForm(),
        new PublicationKindRight(),
        new PublicationNumberForm(),

        new RouteNumberMissing(),
        new RouteOffice(),
        new RouteRight(),

        new MarkCategoryListed(),
        new MarkColourClaim(),
        new MarkFeatureMissing(),
        new MarkViennaMissing(),
        new MarkWordPicture(),
        new MarkWordsMissing(),

        new StatusExpired(),
        new StatusRegistered(),
        new StatusUnmapped(),

        new TextControl(),
        new TextMarkup(),
        new TextMisread(),
        new TextReplaced(),
        new TitleCapitals(),
        new TitleEmpty(),
        new TitleLanguageMissing(),
        new TitleLanguageScript(),
        new TitleLong(),

        new DesignNumberDouble(),
        new DesignNumberGap(),
        new DesignProductMissing(),
        new ViewWithoutDesign(),
    ];
}
