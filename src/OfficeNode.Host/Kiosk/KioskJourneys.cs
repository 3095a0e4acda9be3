using System.Security.Cryptography;
using OfficeNode.Capture;
using OfficeNode.Core.People;
using OfficeNode.Host.Journey;

namespace OfficeNode.Host.Kiosk;

/// <summary>The journeys of one request, in the name of the person who asks.</summary>
internal sealed class KioskJourneys
{
    private readonly OpenNode _open;
    private readonly SecretOptions _secrets;
    private readonly RandomNumberGenerator _random;
    private readonly ImageConverter _converter;
    private readonly IHttpContextAccessor _http;
    private PersonNames? _names;

    public KioskJourneys(OpenNode open, SecretOptions secrets, RandomNumberGenerator random, ImageConverter converter, IHttpContextAccessor http)
    {
        _open = open;
        _secrets = secrets;
        _random = random;
        _converter = converter;
        _http = http;
    }

    /// <summary>Whether anybody works here yet.</summary>
    public bool HasPeople => _open.Node.Register.Read(session => session.People.All().Count > 0);

    public SignInJourney SignIns => new(_open.Node, _secrets, _random);

    /// <summary>The first person is nobody's but their own.</summary>
    public PeopleJourney PeopleFor(string author) => new(_open.Node, author, _secrets, _random);

    public PeopleJourney People => PeopleFor(Asker.Name.Value);

    /// <summary>What people are called, as it is when first asked for.</summary>
    public PersonNames Names => _names ??= _open.Node.Register.Read(PersonNames.Read);

    public ClosingJourney Closing => new(_open.Node, Asker.Name.Value);

    public PaperJourney Paper => new(_open.Node, Asker.Name.Value);

    public KeyingJourney Keying => new(_open.Node, Asker.Name.Value);

    public LedgerJourney Ledgers => new(_open.Node, Asker.Name.Value);

    public ReleaseJourney Releases => new(_open.Node, Asker.Name.Value, _converter);

    public SampleJourney Samples => new(_open.Node, Asker.Name.Value, _converter);

    public CounterJourney Counter => new(_open.Node, Asker.Name.Value);

    public BlockJourney Blocks => new(_open.Node, Asker.Name.Value);

    public SeriesJourney Series => new(_open.Node, Asker.Name.Value);

    public ClockJourney Clock => new(_open.Node, Asker.Name.Value);

    /// <summary>A name for the act of a form that is given out now, for browsers that name none themselves.</summary>
    public string NewActName() => ActName.New(_random);

    /// <summary>The name of the act that is asked for.</summary>
    /// <param name="given">The name that the form holds; null when it holds none.</param>
    public string? ActNameOr(string? given) => ActName.Of(Context.Request) ?? given;

    /// <summary>Who asks.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in: the screen is open to anybody and must not ask.</exception>
    public Person Asker => Context.Features.Get<SignedIn>()?.Person ?? throw new InvalidOperationException("Nobody is signed in.");

    /// <exception cref="InvalidOperationException">There is no request.</exception>
    public HttpContext Context => _http.HttpContext ?? throw new InvalidOperationException("A screen is rendered for a request.");
}
