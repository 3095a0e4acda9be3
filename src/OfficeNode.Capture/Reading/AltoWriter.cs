using System.Globalization;
using System.Text;
using System.Xml;
using OfficeNode.Core;

namespace OfficeNode.Capture.Reading;

/// <summary>Writes page text as ALTO 4.4, the Library of Congress's XML for words and their places. Same text, same bytes.</summary>
/// <remarks>Source: <c>alto-4-4.xsd</c>. Measures are pixels of the upright page; <c>ROTATION</c> counts degrees against the clock.</remarks>
public static class AltoWriter
{
    private const string Namespace = "http://www.loc.gov/standards/alto/ns-v4#";

    /// <param name="fileName">Of the master, for people who look for it.</param>
    /// <param name="number">Of the page within its document, from 1.</param>
    /// <param name="output">Stays open.</param>
    public static void Write(PageText page, string fileName, int number, Stream output)
    {
        var settings = new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true, IndentChars = " ", NewLineChars = "\n" };
        using var xml = XmlWriter.Create(output, settings);
        xml.WriteStartElement("alto", Namespace);
        xml.WriteAttributeString("SCHEMAVERSION", "4.4");
        WriteDescription(xml, page, fileName);
        xml.WriteStartElement("Layout");
        WritePage(xml, page, number);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteDescription(XmlWriter xml, PageText page, string fileName)
    {
        xml.WriteStartElement("Description");
        xml.WriteElementString("MeasurementUnit", "pixel");
        xml.WriteStartElement("sourceImageInformation");
        xml.WriteElementString("fileName", fileName);
        xml.WriteEndElement();
        xml.WriteStartElement("Processing");
        xml.WriteAttributeString("ID", "read");
        xml.WriteElementString("processingCategory", "contentGeneration");
        xml.WriteElementString("processingStepSettings", string.Create(CultureInfo.InvariantCulture, $"languages {string.Join('+', page.Languages)}, quarter turns {page.Turns}, skew {page.Skew:0.##}"));
        xml.WriteStartElement("processingSoftware");
        xml.WriteElementString("softwareName", page.Engine);
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WritePage(XmlWriter xml, PageText page, int number)
    {
        xml.WriteStartElement("Page");
        xml.WriteAttributeString("ID", "page");
        Write(xml, "WIDTH", page.Width);
        Write(xml, "HEIGHT", page.Height);
        Write(xml, "PHYSICAL_IMG_NR", number);
        xml.WriteAttributeString("LANG", LanguageTags.Of(page.Languages[0]));
        if (page.Skew != 0)
        {
            xml.WriteAttributeString("ROTATION", (-page.Skew).ToString("0.##", CultureInfo.InvariantCulture));
        }

        xml.WriteStartElement("PrintSpace");
        WriteBox(xml, new PixelBox(0, 0, page.Width, page.Height));
        for (var i = 0; i < page.Blocks.Count; i++)
        {
            WriteBlock(xml, page.Blocks[i], i + 1);
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteBlock(XmlWriter xml, TextBlock block, int number)
    {
        xml.WriteStartElement("TextBlock");
        xml.WriteAttributeString("ID", string.Create(CultureInfo.InvariantCulture, $"block{number}"));
        WriteBox(xml, block.Box);
        foreach (var line in block.Lines)
        {
            WriteLine(xml, line);
        }

        xml.WriteEndElement();
    }

    private static void WriteLine(XmlWriter xml, TextLine line)
    {
        xml.WriteStartElement("TextLine");
        WriteBox(xml, line.Box);
        xml.WriteAttributeString("BASEDIRECTION", line.RightToLeft ? "rtl" : "ltr");
        for (var i = 0; i < line.Words.Count; i++)
        {
            if (i > 0)
            {
                xml.WriteStartElement("SP");
                xml.WriteEndElement();
            }

            var word = line.Words[i];
            xml.WriteStartElement("String");
            WriteBox(xml, word.Box);
            xml.WriteAttributeString("WC", (word.Confidence / 100).ToString("0.##", CultureInfo.InvariantCulture));
            xml.WriteAttributeString("CONTENT", word.Text);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteBox(XmlWriter xml, PixelBox box)
    {
        Write(xml, "HPOS", box.X);
        Write(xml, "VPOS", box.Y);
        Write(xml, "WIDTH", box.Width);
        Write(xml, "HEIGHT", box.Height);
    }

    private static void Write(XmlWriter xml, string attribute, int value) => xml.WriteAttributeString(attribute, value.ToString(CultureInfo.InvariantCulture));
}
