using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using NUnit.Framework;
using OfficeNode.Host.Service;
using OfficeNode.TestKit;

namespace OfficeNode.Journeys.Service;

public sealed partial class ServiceLogTests
{
    [Test]
    public void Each_event_stands_in_the_manual_and_no_other()
    {
        var manual = File.ReadLines(Repository.PathOf("docs/service.md"))
            .Select(line => Row().Match(line))
            .SelectMany(row => row.Groups[1].Value.Split(", ", StringSplitOptions.RemoveEmptyEntries))
            .Select(number => int.Parse(number, CultureInfo.InvariantCulture));

        var events = typeof(ServiceLog).GetMethods().Select(method => method.GetCustomAttribute<LoggerMessageAttribute>()).OfType<LoggerMessageAttribute>().Select(message => message.EventId);

        Assert.That(manual, Is.EquivalentTo(events));
    }

    [GeneratedRegex(@"^\| (\d{4}(?:, \d{4})*) \|")]
    private static partial Regex Row();
}
