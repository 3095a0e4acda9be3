using NUnit.Framework;
using OfficeNode.Storage;

namespace OfficeNode.Tests.Storage;

public sealed class NameKeyTests
{
    [TestCase("", "")]
    [TestCase("  -- ", "")]
    [TestCase("Angkor Rice Mills Co., Ltd.", "ANGKOR RICE MILLS CO LTD")]
    [TestCase("Énergies  du\tSahel", "ENERGIES DU SAHEL")]
    [TestCase("Société d'Électricité", "SOCIETE D ELECTRICITE")]
    [TestCase("ﬁne № ①", "FINE NO 1")]
    [TestCase("Ayan Şahin", "AYAN SAHIN")]
    [TestCase("İzmir ışık", "IZMIR ISIK")]
    [TestCase("Łódź Ørsted Straße Æsir", "LODZ ORSTED STRASSE AESIR")]
    [TestCase("أَحْمَد", "احمد")]
    [TestCase("محـــمد", "محمد")]
    [TestCase("Чай Ёлка", "ЧАИ ЕЛКА")]
    [TestCase("शर्मा", "शरमा")]
    [TestCase("日本 株式会社", "日本 株式会社")]
    [TestCase("soft\u00ADhyphen zero\u200Bwidth", "SOFTHYPHEN ZEROWIDTH")]
    public void A_name_is_folded(string name, string key) => Assert.That(NameKey.Of(name), Is.EqualTo(key));

    [TestCase("Ayan Şahin & Sons")]
    [TestCase("شركة الزيوت")]
    public void A_key_is_its_own_key(string name) => Assert.That(NameKey.Of(NameKey.Of(name)), Is.EqualTo(NameKey.Of(name)));

    [Test]
    public void Half_a_surrogate_pair_does_no_harm() => Assert.That(NameKey.Of("a\uD800b"), Is.EqualTo("A B"));
}
