using Conformance.Engine.Exchanges;
using Conformance.Engine.Testing;
using Conformance.Generators;
using Conformance.Reports;

namespace Conformance.Apis.BedrockFlows;

/// <summary>What becomes of the documents that a flow is given.</summary>
public static class DocumentScenarios
{
    /// <summary>Any kind of JSON value comes back unchanged.</summary>
    public static async Task<Finding> AnyJsonComesBack(Workbench bench)
    {
        var random = RandomDocuments.Of(bench.NextDraw(), bench.Session.Profile.RandomValues);
        var promoted = bench.Promoted.Select(p => new Document(p.Says, p.Value));
        var finding = await new EchoProof([.. promoted, .. Documents.OfEveryKind, .. random]).Prove(bench);
        return finding.Outcome == Outcome.Passed
            ? finding with
            {
                Observations = [.. finding.Observations, .. await Rounded(bench)],
            }
            : finding;
    }

    /// <summary>Text of any script comes back unchanged.</summary>
    public static Task<Finding> UnicodeComesBack(Workbench bench) => new EchoProof(Documents.Texts).Prove(bench);

    /// <summary>A large document comes back whole, or is refused.</summary>
    public static Task<Finding> LargeComesBack(Workbench bench) => new EchoProof(Documents.Large).Prove(bench);

    /// <summary>Content that holds no document, or null (R22).</summary>
    public static async Task<Finding> ObserveEmptyContent(Workbench bench)
    {
        await bench.Arrange(bench.Valid(bench.Operation), "a valid request");
        var content = bench.MemberOf("inputs[].content");
        (string Name, string Says, string Content)[] forms =
        [
            ("no-document", "content without a document", "{}"),
            ("null-document", "a document that is null", """{"document":null}"""),
        ];
        var seen = new List<Observation>();
        foreach (var (name, says, json) in forms)
        {
            bench.BeginCase();
            var request = bench.Valid(bench.Operation).With(content, JsonValue.Parse(json));
            var exchange = await bench.Send(request, says);
            seen.Add(bench.Observe(name, "R22", says, exchange.InWords()));
        }
        return Finding.Observed(seen);
    }

    /// <summary>What becomes of numbers that a reader of JSON may round (R38).</summary>
    private static async Task<List<Observation>> Rounded(Workbench bench)
    {
        var seen = new List<Observation>();
        foreach (var document in Documents.Roundable)
        {
            bench.BeginCase();
            var exchange = await EchoProof.Send(bench, document.Value, document.Says);
            var saw =
                !exchange.IsAccepted() ? exchange.InWords()
                : Echo.Difference(bench, Invocation.Of(exchange).Stream, document.Value) is { } difference ? difference
                : "came back as it is";
            seen.Add(bench.Observe(document.Says.Replace(' ', '-'), "R38", document.Says, saw));
        }
        return seen;
    }
}
