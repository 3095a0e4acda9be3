namespace OfficeNode.Core.Keying;

/// <summary>Ids of what is found while entries are made, keyed and released. Their words stand in EntryFindings.resx.</summary>
public static class KeyingFindings
{
    /// <summary>There is no entry of that name.</summary>
    public const string Unknown = "ENTRY-UNKNOWN";

    /// <summary>The entry changed since it was looked at.</summary>
    public const string Changed = "ENTRY-CHANGED";

    /// <summary>Another person holds it.</summary>
    public const string Held = "ENTRY-HELD";

    /// <summary>It is not in a state in which this can be done.</summary>
    public const string State = "ENTRY-STATE";

    /// <summary>It has to be another person than before.</summary>
    public const string OtherPerson = "ENTRY-OTHER-PERSON";

    /// <summary>The form has no such field, or no more items of it.</summary>
    public const string Field = "ENTRY-FIELD";

    /// <summary>A text is longer than any field takes.</summary>
    public const string TextLong = "ENTRY-TEXT-LONG";

    /// <summary>Something that the machine read was confirmed by nobody.</summary>
    public const string Unconfirmed = "ENTRY-UNCONFIRMED";

    /// <summary>The two keyings of a field differ and nobody has decided.</summary>
    public const string Unsettled = "ENTRY-UNSETTLED";

    /// <summary>A page belongs to no document.</summary>
    public const string DocumentMissing = "ENTRY-DOCUMENT-MISSING";

    /// <summary>The entry has errors and no remark that says why it goes on.</summary>
    public const string HasErrors = "ENTRY-HAS-ERRORS";

    /// <summary>The register knows the number: what it has was added to the form, to be looked at.</summary>
    public const string NumberKnown = "ENTRY-NUMBER-KNOWN";

    /// <summary>The number on the form and the one on the separator sheet differ in their digits.</summary>
    public const string NumberOther = "ENTRY-NUMBER-OTHER";

    /// <summary>The filing that got the number was taken back at the counter.</summary>
    public const string TakenBack = "ENTRY-TAKEN-BACK";

    /// <summary>Another entry that is not released has the same number.</summary>
    public const string NumberTwice = "ENTRY-NUMBER-TWICE";

    /// <summary>The dossier has an entry that is not released yet.</summary>
    public const string DossierTaken = "ENTRY-DOSSIER-TAKEN";

    /// <summary>A reason or remark is missing.</summary>
    public const string RemarkMissing = "ENTRY-REMARK-MISSING";

    /// <summary>A part of a page lies outside of it, or the page is not there.</summary>
    public const string CropOutside = "ENTRY-CROP-OUTSIDE";

    /// <summary>A date is none, or no day that exists.</summary>
    public const string Date = "FORM-DATE";

    /// <summary>A code is none of those that the field takes.</summary>
    public const string Code = "FORM-CODE";

    /// <summary>A symbol has not the form of the International Patent Classification.</summary>
    public const string Ipc = "FORM-IPC";

    /// <summary>Goods stand without the class that they are in.</summary>
    public const string ClassMissing = "FORM-CLASS-MISSING";

    /// <summary>An address or country stands without the name of who has it.</summary>
    public const string NameMissing = "FORM-NAME-MISSING";

    /// <summary>Neither an application nor a registration number is keyed.</summary>
    public const string NumberMissing = "FORM-NUMBER-MISSING";

    /// <summary>There is no batch of that name.</summary>
    public const string BatchUnknown = "BATCH-UNKNOWN";

    /// <summary>The batch was handed over: nobody arranges it any more.</summary>
    public const string BatchHandedOver = "BATCH-HANDED-OVER";

    /// <summary>Pages may still come into the batch.</summary>
    public const string BatchUnfinished = "BATCH-UNFINISHED";

    /// <summary>There is no page to key in the batch.</summary>
    public const string BatchEmpty = "BATCH-EMPTY";

    /// <summary>The batch was not handed over, so that nothing can be taken back.</summary>
    public const string BatchNotHandedOver = "BATCH-NOT-HANDED-OVER";

    /// <summary>Somebody keyed something of the batch.</summary>
    public const string BatchTouched = "BATCH-TOUCHED";

    /// <summary>Who keyed an entry does not release it.</summary>
    public const string OwnRelease = "RELEASE-OWN";

    /// <summary>The dossier was changed since the entry took its values from it.</summary>
    public const string BaseChanged = "RELEASE-BASE-CHANGED";

    /// <summary>The number belongs to a dossier that the entry was not made for.</summary>
    public const string NumberOfOther = "RELEASE-NUMBER-KNOWN";

    /// <summary>A sample was drawn of this batch: the sample releases it.</summary>
    public const string InSample = "RELEASE-IN-SAMPLE";

    /// <summary>A sample cannot be drawn yet.</summary>
    public const string SampleEarly = "SAMPLE-EARLY";

    /// <summary>The sample is not one that can be judged now.</summary>
    public const string SampleState = "SAMPLE-STATE";

    /// <summary>A value was spoiled on purpose, to see whether it is noticed.</summary>
    public const string SeedNoticed = "SEED-NOTICED";
}
