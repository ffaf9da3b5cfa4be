using System.Globalization;
using Conformance.Reports;
using Conformance.Reports.Text;

namespace Conformance.Engine.Exchanges.Streams;

/// <summary>A stream in a few words: <c>outputEvent, completionEvent</c>.</summary>
internal static class StreamWords
{
    private const int MostNames = 6;
    private const int LongestFault = 300;

    /// <summary>The names of its events, and how it ended where it did not end well.</summary>
    public static string Of(FlowStream stream) =>
        string.Join("; ", new[] { Events(stream), Ending(stream) }.Where(part => part.Length > 0));

    /// <summary>What kept it from ending well, or nothing.</summary>
    public static string Ending(FlowStream stream) =>
        stream switch
        {
            { Fault: { } fault } => string.Create(
                CultureInfo.InvariantCulture,
                $"{fault.Kind} at byte {fault.Offset}: {Shortened.OnALine(fault.Says, LongestFault)}"
            ),
            { BrokenOff: { } failure } => InWords(failure.Kind),
            { Unread: { } limit } => $"a response {limit}",
            _ => "",
        };

    private static string InWords(TransportFailureKind kind) =>
        kind switch
        {
            TransportFailureKind.Timeout =>
                "no end in the time allowed (if the target is only slow, allow it a longer request timeout)",
            TransportFailureKind.Malformed => "then bytes that are not HTTP",
            _ => "then the connection ended before the response did",
        };

    private static string Name(FlowEvent @event) =>
        @event.Name.Length == 0 ? "an event without a name" : Shortened.OnALine(@event.Name);

    private static string Events(FlowStream stream)
    {
        var names = stream.Events.Take(MostNames).Select(Name);
        var rest = stream.Events.Length - MostNames;
        return stream.Events.Length == 0 ? "no event"
            : rest > 0 ? $"{string.Join(", ", names)} and {rest.ToString(CultureInfo.InvariantCulture)} more"
            : string.Join(", ", names);
    }
}
