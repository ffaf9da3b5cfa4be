using Conformance.Engine.Exchanges;
using Conformance.Engine.Testing;
using Conformance.Generators;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Apis.BedrockFlows;

/// <summary>What becomes of the documents that a flow is given.</summary>
internal static class DocumentScenarios
{
    /// <summary>Any kind of JSON value comes back unchanged.</summary>
    public static async Task<Finding> AnyJsonComesBack(TestSession test)
    {
        var random = RandomDocuments.Of(test.NextDraw(), test.Session.Profile.RandomValues);
        var promoted = test.Promoted.Select(p => new Document(p.Says, p.Value));
        var finding = await new EchoCheck([.. promoted, .. Documents.OfEveryKind, .. random]).Run(test);
        return finding.Outcome == Outcome.Passed
            ? finding with
            {
                Observations = [.. finding.Observations, .. await Rounded(test)],
            }
            : finding;
    }

    /// <summary>Text of any script comes back unchanged.</summary>
    public static Task<Finding> UnicodeComesBack(TestSession test) => new EchoCheck(Documents.Texts).Run(test);

    /// <summary>A large document comes back whole, or is rejected.</summary>
    public static Task<Finding> LargeComesBack(TestSession test) => new EchoCheck(Documents.Large).Run(test);

    /// <summary>Content that holds no document, or null.</summary>
    public static async Task<Finding> ObserveEmptyContent(TestSession test)
    {
        await test.Arrange(test.Valid(test.Operation), "a valid request");
        var content = test.MemberOf("inputs[].content");
        (string Name, string Says, string Content)[] forms =
        [
            ("no-document", "content without a document", "{}"),
            ("null-document", "a document that is null", """{"document":null}"""),
        ];
        var seen = new List<Observation>();
        foreach (var (name, says, json) in forms)
        {
            test.BeginCase();
            var request = test.Valid(test.Operation).With(content, JsonValue.Parse(json));
            var exchange = await test.Send(request, says);
            seen.Add(test.Observe(name, says, exchange.InWords()));
        }
        return Finding.Observed(seen);
    }

    /// <summary>What becomes of numbers that a reader of JSON may round.</summary>
    private static async Task<List<Observation>> Rounded(TestSession test)
    {
        var seen = new List<Observation>();
        foreach (var document in Documents.Roundable)
        {
            test.BeginCase();
            var exchange = await EchoCheck.Send(test, document.Value, document.Says);
            var saw =
                !exchange.IsAccepted() ? exchange.InWords()
                : Echo.Difference(test, Invocation.Of(exchange).Stream, document.Value) is { } difference ? difference
                : "came back as it is";
            seen.Add(
                test.Observe(document.Says.Replace(' ', '-'), InterpretationTopic.RoundedNumber, document.Says, saw)
            );
        }
        return seen;
    }
}
