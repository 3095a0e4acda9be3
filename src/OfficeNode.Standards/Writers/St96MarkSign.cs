using System.Collections.Frozen;
using System.Globalization;
using OfficeNode.Core;
using OfficeNode.Standards.Codes;

namespace OfficeNode.Standards.Writers;

/// <summary>Writes what a mark looks like: category, words, images with colours and Vienna codes, descriptions, disclaimers.</summary>
internal sealed class St96MarkSign
{
    /// <summary>MarkCategory of V6_0 (facts/brand-design-databases.md [V]).</summary>
    private static readonly FrozenSet<string> Categories = FrozenSet.Create(
        StringComparer.Ordinal, "Mark", "Trademark", "Service mark", "Defensive mark", "Individual mark", "Collective mark", "Collective trademark",
        "Collective service mark", "Collective membership mark", "Certification mark", "Well known mark under TRIPS Article 16_2",
        "Well known mark under TRIPS Article 16_3", "Well known collective mark");

    private readonly St96Output _xml;
    private readonly Record _record;
    private readonly Mark _mark;
    private readonly List<ExportPage> _images;

    public St96MarkSign(St96Output xml, Export export)
    {
        _xml = xml;
        _record = export.Record;
        _mark = export.Record.Mark ?? new Mark();
        _images = [.. export.Pages.Where(page => page.Document == DocumentCode.MarkImage)];
    }

    public void Write()
    {
        WriteCategory();
        if (_mark.Words.Count > 0 || _images.Count > 0)
        {
            WriteRepresentation();
        }
        else if (_mark.Feature is { } feature)
        {
            _xml.Findings.LeftOut("mark.feature", feature.ToString(), "a mark with words or an image");
        }

        WriteTexts(_mark.Disclaimers, "MarkDisclaimerBag", "MarkDisclaimerText", "mark.disclaimers", numbered: true);
        SayWhatIsLost();
    }

    /// <summary>MarkFeatureCategory: the names of <see cref="MarkFeature"/> in the standard's spelling.</summary>
    private static string FeatureOf(MarkFeature feature) => feature switch
    {
        MarkFeature.StylizedCharacters => "Stylized characters",
        MarkFeature.ThreeDimensional => "Three dimensional",
        _ => feature.ToString(),
    };

    private void WriteCategory()
    {
        if (_mark.Category is { } category)
        {
            if (Categories.Contains(category))
            {
                _xml.Own("MarkCategory", category);
            }
            else
            {
                _xml.Findings.Warning(WriterFindings.CodeUnlisted, "mark.category", category);
            }
        }
    }

    private void WriteRepresentation()
    {
        _xml.Start("MarkRepresentation");
        _xml.Own("MarkFeatureCategory", _mark.Feature is { } feature ? FeatureOf(feature) : null);
        _xml.Start("MarkReproduction");
        for (var i = 0; i < _mark.Words.Count; i++)
        {
            WriteWord(i);
        }

        WriteImages();
        _xml.End();
        WriteTexts(_mark.Descriptions, "MarkDescriptionBag", "MarkDescriptionText", "mark.descriptions", numbered: false);
        _xml.End();
    }

    /// <summary>One specification per language or script; what belongs to the mark as a whole stands in the first.</summary>
    private void WriteWord(int index)
    {
        var path = string.Create(CultureInfo.InvariantCulture, $"mark.words[{index}].language");
        _xml.Start("WordMarkSpecification");
        _xml.Localized("MarkVerbalElementText", _mark.Words[index], path);
        _xml.Localized("MarkSignificantVerbalElementText", _mark.Words[index], path);
        if (index == 0)
        {
            for (var i = 0; i < _mark.Translations.Count; i++)
            {
                _xml.Localized("MarkTranslationText", _mark.Translations[i], string.Create(CultureInfo.InvariantCulture, $"mark.translations[{i}].language"), i + 1);
            }

            _xml.OwnToken("MarkTransliteration", _mark.Transliteration);
            _xml.Flag("MarkStandardCharacterIndicator", _mark.StandardCharacters);
        }

        _xml.End();
    }

    private void WriteImages()
    {
        if (_images.Count == 0)
        {
            return;
        }

        _xml.Start("MarkImageBag");
        for (var i = 0; i < _images.Count; i++)
        {
            _xml.Start("MarkImage");
            _xml.Attribute("sequenceNumber", (i + 1).ToString(CultureInfo.InvariantCulture));
            _xml.ComText("FileName", _images[i].FileName);
            _xml.ComText("ImageFormatCategory", St96Images.Format(_images[i].Facts.Format));
            if (i == 0)
            {
                WriteColours();
            }

            _xml.Pixels(_images[i].Facts);
            if (i == 0)
            {
                WriteVienna();
            }

            _xml.ComText("ColourModeCategory", St96Images.ColourMode(_images[i].Facts));
            _xml.End();
        }

        _xml.End();
    }

    private void WriteColours()
    {
        for (var i = 0; i < _mark.Colours.Count; i++)
        {
            _xml.Localized("MarkImageColourClaimedText", _mark.Colours[i], string.Create(CultureInfo.InvariantCulture, $"mark.colours[{i}].language"), i + 1);
        }
    }

    private void WriteVienna()
    {
        if (_record.Vienna.Count == 0)
        {
            return;
        }

        _xml.Start("MarkImageClassification");
        _xml.StartCom("FigurativeElementClassificationBag");
        foreach (var edition in _record.Vienna.GroupBy(code => code.Edition, StringComparer.Ordinal))
        {
            _xml.StartCom("ViennaClassificationBag");
            _xml.ComToken("ViennaClassificationEdition", edition.Key);
            foreach (var code in edition)
            {
                WriteViennaCode(code.Code);
            }

            _xml.End();
        }

        _xml.End();
        _xml.End();
    }

    private void WriteViennaCode(string code)
    {
        var parts = ViennaSymbol.Parse(code) is { Success: true, Value: { IsAuxiliary: false } symbol } ? symbol.ToString().Split('.') : [];
        if (parts.Length == 0)
        {
            // The parts have no place for the A of an auxiliary section, nor for codes that are none.
            _xml.ComText("ViennaClassificationText", code);
            return;
        }

        _xml.StartCom("ViennaClassification");
        _xml.ComText("ViennaCategory", parts[0]);
        _xml.ComText("ViennaDivision", parts.Length > 1 ? parts[1] : null);
        _xml.ComText("ViennaSection", parts.Length > 2 ? parts[2] : null);
        _xml.End();
    }

    private void WriteTexts(IReadOnlyList<LocalText> texts, string bag, string element, string path, bool numbered)
    {
        if (texts.Count == 0)
        {
            return;
        }

        _xml.Start(bag);
        for (var i = 0; i < texts.Count; i++)
        {
            _xml.Localized(element, texts[i], string.Create(CultureInfo.InvariantCulture, $"{path}[{i}].language"), numbered ? i + 1 : null);
        }

        _xml.End();
    }

    /// <summary>Values that V6_0 hangs on words or on an image, when the mark has none.</summary>
    private void SayWhatIsLost()
    {
        const string NeedsImage = "a mark with an image";
        const string NeedsWords = "a mark with words";
        if (_images.Count == 0)
        {
            Lost("vienna", _record.Vienna.Select(code => code.Code), NeedsImage);
            Lost("mark.colours", _mark.Colours.Select(text => text.Text), NeedsImage);
        }

        if (_mark.Words.Count == 0)
        {
            Lost("mark.translations", _mark.Translations.Select(text => text.Text), NeedsWords);
            Lost("mark.transliteration", _mark.Transliteration is { } transliteration ? [transliteration] : [], NeedsWords);
        }

        if (_mark.Words.Count == 0 && _images.Count == 0)
        {
            Lost("mark.descriptions", _mark.Descriptions.Select(text => text.Text), "a mark with words or an image");
        }
    }

    private void Lost(string path, IEnumerable<string> values, string expected)
    {
        if (values.FirstOrDefault() is { } found)
        {
            _xml.Findings.LeftOut(path, found, expected);
        }
    }
}
