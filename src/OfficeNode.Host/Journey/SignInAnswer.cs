using OfficeNode.Core.People;

namespace OfficeNode.Host.Journey;

/// <summary>What somebody hears who gave a name and a secret.</summary>
public abstract record SignInAnswer;

/// <summary>They go together.</summary>
/// <param name="Token">For the browser's cookie; nobody else sees it.</param>
public sealed record SignInGranted(SignInToken Token, Person Person) : SignInAnswer;

/// <summary>They do not go together, or the person is disabled: nobody is told which.</summary>
/// <param name="WaitsUntil">From when on the next try is taken; null for now.</param>
public sealed record SignInRefused(DateTimeOffset? WaitsUntil) : SignInAnswer;

/// <summary>Nothing was compared, because too many tries under this name have failed.</summary>
/// <param name="Until">From when on the next try is taken.</param>
public sealed record SignInLocked(DateTimeOffset Until) : SignInAnswer;

/// <summary>Who sits at a browser.</summary>
public sealed record SignedIn(Person Person, SignIn SignIn);
