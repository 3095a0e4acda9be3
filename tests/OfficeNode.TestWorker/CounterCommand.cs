using OfficeNode.Core;
using OfficeNode.Core.Counter;
using OfficeNode.Storage;
using OfficeNode.Storage.Tables;

namespace OfficeNode.TestWorker;

/// <summary>A counter in another process.</summary>
internal static class CounterCommand
{
    /// <summary>Gives so many numbers, or until it is killed, and says each one whose transaction was committed.</summary>
    public static void Give(NodeFolder folder, SeriesId id, string name, int count)
    {
        using var register = Register.Open(folder, TimeProvider.System);
        for (var n = 1; n <= count; n++)
        {
            Console.WriteLine(GiveOne(register, id, $"{name}{n}"));
        }
    }

    /// <summary>Gives the next number, as a desk does.</summary>
    private static string GiveOne(Register register, SeriesId id, string request)
    {
        var printed = "";
        register.TryWrite(session =>
        {
            var series = session.Series.Get(id) ?? throw new InvalidOperationException($"There is no series {id}.");
            var facts = new ReceptionFacts { Applicant = "Société Sahel", Papers = [new ReceivedPapers(DocumentCode.Description, 3)] };
            var day = new DateOnly(2026, 11, 20);
            var given = session.Receive(series, new NewReception { Facts = facts, ReceivedAt = DateTimeOffset.UnixEpoch, Day = day, Author = "worker", Request = request });
            printed = given.Number.AsPrinted;
            return (new Deed("worker", "receive", printed), []);
        });
        return printed;
    }
}
