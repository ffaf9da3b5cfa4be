using System.Globalization;
using System.Text.RegularExpressions;
using Conformance.Reference.Http;
using Conformance.Reference.NovaAct;
using static Conformance.Reference.Mutants.NovaAct.NovaActMutant;

namespace Conformance.Reference.Mutants.NovaAct;

/// <summary>Requests of which only a part is received, decoded or measured.</summary>
internal static partial class UnevenRequests
{
    private const string Chunked = "\r\nTransfer-Encoding: chunked\r\n";

    public static readonly ImmutableArray<Mutant> Rows =
    [
        RequestFraming.OnTheWire("ReadsOneChunkAlone", "takes the first chunk of a body for the whole", WithFirstChunk),
        Row(
                "DecodesNoEscapesInSmallLetters",
                "does not decode escapes in paths whose digits are small letters",
                ["CreateWorkflowRun/uri/decoded-once"],
                () =>
                    Twists.Correct with
                    {
                        ReadTarget = target => RequestTarget.Read(EscapeWithSmallLetters().Replace(target, "%25$1")),
                    }
            )
            .AlsoBreaking("CreateWorkflowRun/workflowDefinitionName/*"),
        FarBeyondLimits.TakesFarTooLong(
            "MeasuresDescriptionsIn16Bits",
            "measures the length of description in 16 bits, in which 65537 is 1",
            TextMember.Description,
            length => (ushort)length
        ),
        FarBeyondLimits.FailsFarBeyond("FailsAtModelIdsBeyond65535", TextMember.ModelId, 65535),
    ];

    /// <summary>What came in chunks is handed on as one body, which ends where the first of them ended.</summary>
    private static string WithFirstChunk(string request)
    {
        var at = request.IndexOf(Chunked, StringComparison.OrdinalIgnoreCase);
        var body = request.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4;
        if (at < 0 || at >= body)
            return request;
        var start = request.IndexOf("\r\n", body, StringComparison.Ordinal) + 2;
        var size = request[body..(start - 2)].Split(';')[0];
        var length = int.Parse(size, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        var head = request[..body].Remove(at, Chunked.Length).Insert(at, $"\r\nContent-Length: {length}\r\n");
        return $"{head}{request.AsSpan(start, length)}";
    }

    [GeneratedRegex("%([0-9a-fA-F][a-f]|[a-f][0-9a-fA-F])")]
    private static partial Regex EscapeWithSmallLetters();
}
