namespace OfficeNode.Core.Keying;

/// <summary>Where an entry stands. The numbers are kept in the register and never change their meaning.</summary>
public enum EntryState
{
    /// <summary>To be keyed, or being keyed.</summary>
    Keying,

    /// <summary>To be keyed blind by another person, in the fields that are keyed twice.</summary>
    Second,

    /// <summary>The two keyings differ: a third person decides.</summary>
    Settling,

    /// <summary>Waits for release.</summary>
    Waiting,

    /// <summary>Sent back with a remark: it is keyed again.</summary>
    SentBack,

    /// <summary>A revision of the register by now.</summary>
    Released,

    /// <summary>Given up, with a reason; nothing of it is deleted.</summary>
    Dropped,
}

/// <summary>How often people looked at the text of an entry. Kept with the release.</summary>
public enum TextLevel
{
    /// <summary>Something in it was read by the machine and confirmed by nobody.</summary>
    Raw,

    /// <summary>One person typed or confirmed all of it.</summary>
    Checked,

    /// <summary>A second person looked through it and released it.</summary>
    Proofread,

    /// <summary>Two people keyed the fields that the office keys twice, neither seeing the other.</summary>
    DoubleKeyed,
}

/// <summary>Which of the keyings of an entry a value belongs to.</summary>
public enum KeyingPass
{
    /// <summary>The entry's own values.</summary>
    First,

    /// <summary>Those of the second person, of the fields that are keyed twice.</summary>
    Second,

    /// <summary>What a third person decided where the two differ, until it is done.</summary>
    Settled,
}
