using NUnit.Framework;
using OfficeNode.Capture.Fields;

namespace OfficeNode.Tests.Fields;

public sealed class ValueTextTests
{
    [TestCase("عمان, شارع الجامعة, مبنى رقم 17", "عمان، شارع الجامعة، مبنى رقم 17")]
    [TestCase("Calle Mariscal López n.* 56, Encarnación", "Calle Mariscal López n.º 56, Encarnación")]
    [TestCase("Rua Direita n.?12", "Rua Direita n.º12")]
    [TestCase("Smith, Jones & Co. n.*", "Smith, Jones & Co. n.*")]
    public void Signs_that_reading_machines_take_for_commoner_ones_are_set_right(string read, string expected) => Assert.That(ValueText.Of(read), Is.EqualTo(expected));
}
