namespace OfficeNode.Core.People;

/// <summary>One thing that may be seen or done at the kiosk. Every screen and endpoint names one; <see cref="RolePermissions"/> says which roles have it.</summary>
public enum Permission
{
    /// <summary>See the first screen: how the node is.</summary>
    SeeToday,

    /// <summary>Change one's own secret.</summary>
    LookAfterSelf,

    /// <summary>See, add, change and disable people, and give them secrets.</summary>
    ManagePeople,

    /// <summary>Look at pages, scanned or filed.</summary>
    SeePages,

    /// <summary>Search the register and see dossiers with their history.</summary>
    SeeRegister,

    /// <summary>Scan batches, put them in order, and hand them over to keying.</summary>
    Scan,

    /// <summary>Key entries.</summary>
    Key,

    /// <summary>Take in new filings at the counter, and give them numbers.</summary>
    Receive,

    /// <summary>Say which series of numbers the counter gives from.</summary>
    ManageSeries,

    /// <summary>Say where paper files lie and who has them.</summary>
    TrackPaper,

    /// <summary>Close the day.</summary>
    CloseDay,

    /// <summary>Release entries into the register, or send them back.</summary>
    Release,

    /// <summary>Confirm the clock where it stands before what happened last.</summary>
    ConfirmClock,

    /// <summary>Make certified extracts.</summary>
    Certify,

    /// <summary>See what would leave, what left and what was answered.</summary>
    SeeTonight,

    /// <summary>Send packages now, stop them, and record answers.</summary>
    SendPackages,

    /// <summary>Record publication acts and holds (I13).</summary>
    DecidePublication,

    /// <summary>Take back what was sent.</summary>
    Retract,

    /// <summary>Change the state of destinations, with the agreed reference.</summary>
    AgreeDestinations,
}
