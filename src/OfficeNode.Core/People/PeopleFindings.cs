namespace OfficeNode.Core.People;

/// <summary>Ids of what keeps people from being entered, changed or signed in.</summary>
public static class PeopleFindings
{
    /// <summary>The name is not one word of the kind that names are.</summary>
    public const string NameForm = "PEOPLE-NAME-FORM";

    /// <summary>Somebody has the name already, or had it.</summary>
    public const string NameTaken = "PEOPLE-NAME-TAKEN";

    /// <summary>Nobody has the name.</summary>
    public const string NameUnknown = "PEOPLE-NAME-UNKNOWN";

    /// <summary>The full name is empty, too long, or no plain text.</summary>
    public const string FullNameForm = "PEOPLE-FULL-NAME-FORM";

    /// <summary>A person without a role could do nothing.</summary>
    public const string RoleMissing = "PEOPLE-ROLE-MISSING";

    /// <summary>The language is no tag.</summary>
    public const string LanguageForm = "PEOPLE-LANGUAGE-FORM";

    /// <summary>A node's first person is an administrator: nobody else could add people.</summary>
    public const string FirstAdministrator = "PEOPLE-FIRST-ADMINISTRATOR";

    /// <summary>Nobody would be left who can look after people.</summary>
    public const string LastAdministrator = "PEOPLE-LAST-ADMINISTRATOR";

    /// <summary>There are people already, so that nobody enters the first one any more.</summary>
    public const string NotFirst = "PEOPLE-NOT-FIRST";

    /// <summary>A PIN has too few digits.</summary>
    public const string PinShort = "PEOPLE-PIN-SHORT";

    /// <summary>A PIN is one digit over and over.</summary>
    public const string PinAlike = "PEOPLE-PIN-ALIKE";

    /// <summary>A PIN counts up or down.</summary>
    public const string PinRun = "PEOPLE-PIN-RUN";

    /// <summary>A password has too few characters.</summary>
    public const string PasswordShort = "PEOPLE-PASSWORD-SHORT";

    /// <summary>A secret has too many characters.</summary>
    public const string SecretLong = "PEOPLE-SECRET-LONG";

    /// <summary>A secret holds the name of its person.</summary>
    public const string SecretHoldsName = "PEOPLE-SECRET-HOLDS-NAME";

    /// <summary>The roles need a password, and there is a PIN.</summary>
    public const string PasswordNeeded = "PEOPLE-PASSWORD-NEEDED";

    /// <summary>Name and secret do not go together, or the person is disabled: nobody is told which.</summary>
    public const string SignInRefused = "PEOPLE-SIGN-IN-REFUSED";

    /// <summary>The old secret, asked for before a new one is taken, is not right.</summary>
    public const string OldSecretWrong = "PEOPLE-OLD-SECRET-WRONG";

    /// <summary>Too many tries failed; the next is taken later.</summary>
    public const string Locked = "PEOPLE-LOCKED";
}
