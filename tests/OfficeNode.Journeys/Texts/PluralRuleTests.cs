using NUnit.Framework;
using OfficeNode.Host.Texts;

namespace OfficeNode.Journeys.Texts;

public sealed class PluralRuleTests
{
    [TestCase("en", new[] { 0, 2, 5, 11, 21, 1_000_000 }, CountForm.Other)]
    [TestCase("en", new[] { 1 }, CountForm.One)]
    [TestCase("fr", new[] { 0, 1 }, CountForm.One)]
    [TestCase("fr", new[] { 2, 11, 21, 999_999 }, CountForm.Other)]
    [TestCase("fr", new[] { 1_000_000, 3_000_000 }, CountForm.Many)]
    [TestCase("es", new[] { 1 }, CountForm.One)]
    [TestCase("es", new[] { 0, 2, 21 }, CountForm.Other)]
    [TestCase("pt", new[] { 0, 1 }, CountForm.One)]
    [TestCase("pt-PT", new[] { 0, 2 }, CountForm.Other)]
    [TestCase("ar", new[] { 0 }, CountForm.Zero)]
    [TestCase("ar", new[] { 1 }, CountForm.One)]
    [TestCase("ar", new[] { 2 }, CountForm.Two)]
    [TestCase("ar", new[] { 3, 10, 103, 110 }, CountForm.Few)]
    [TestCase("ar", new[] { 11, 26, 99, 111 }, CountForm.Many)]
    [TestCase("ar", new[] { 100, 101, 102, 200, 1000 }, CountForm.Other)]
    [TestCase("ru", new[] { 1, 21, 101, 1001 }, CountForm.One)]
    [TestCase("ru", new[] { 2, 4, 22, 104 }, CountForm.Few)]
    [TestCase("ru", new[] { 0, 5, 11, 12, 14, 20, 111, 112 }, CountForm.Many)]
    [TestCase("id", new[] { 0, 1, 2 }, CountForm.Other)]
    [TestCase("sw", new[] { 1 }, CountForm.One)]
    public void A_number_takes_the_form_that_the_language_has_for_it(string tag, int[] numbers, CountForm form)
    {
        var rule = PluralRule.For(LanguageTag.Parse(tag).Value);

        var forms = numbers.Select(number => rule.FormOf(number)).Distinct();

        Assert.That(forms, Is.EqualTo(new[] { form }));
    }

    [TestCase("ar", CountForm.Two, true)]
    [TestCase("ru", CountForm.One, false)]
    [TestCase("fr", CountForm.One, false)]
    [TestCase("es", CountForm.One, true)]
    public void A_form_may_say_the_number_in_a_word_where_it_means_one_number_only(string rule, CountForm form, bool may)
    {
        var means = PluralRule.Named(rule)?.MeansOneNumber(form);

        Assert.That(means, Is.EqualTo(may));
    }

    [Test]
    public void Each_number_takes_a_form_of_its_rule()
    {
        var odd = PluralRule.All.SelectMany(rule => Enumerable.Range(0, 1200).Append(1_000_000).Where(number => !rule.Forms.Contains(rule.FormOf(number))));

        Assert.That(odd, Is.Empty);
    }
}
