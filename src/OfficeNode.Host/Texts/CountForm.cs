namespace OfficeNode.Host.Texts;

/// <summary>The forms that languages have for counted things, as Unicode CLDR names them. Which numbers take which form is a <see cref="PluralRule"/>.</summary>
public enum CountForm
{
    Zero,
    One,
    Two,
    Few,
    Many,
    Other,
}
