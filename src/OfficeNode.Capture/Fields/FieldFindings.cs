namespace OfficeNode.Capture.Fields;

/// <summary>The ids of what is found in a file of field rules; each has its text in <c>FieldFindings.resx</c>.</summary>
public static class FieldFindings
{
    /// <summary>The file is no JSON, or larger than <see cref="FieldLimits.MostFileBytes"/>.</summary>
    public const string Json = "FIELDS-JSON";

    /// <summary>Text that is not UTF-8, or an escape that stands for half a character.</summary>
    public const string Encoding = "FIELDS-ENCODING";

    /// <summary>A key that the grammar has not.</summary>
    public const string UnknownKey = "FIELDS-UNKNOWN-KEY";

    /// <summary>A field that no draft has.</summary>
    public const string UnknownField = "FIELDS-UNKNOWN-FIELD";

    /// <summary>A value of the wrong kind, or beyond a limit.</summary>
    public const string Value = "FIELDS-VALUE";

    /// <summary>A pattern that is no regular expression, uses look-around or references back, or fits what is empty.</summary>
    public const string Pattern = "FIELDS-PATTERN";
}
