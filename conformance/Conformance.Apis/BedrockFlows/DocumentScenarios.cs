using Conformance.Engine.Configuration;
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
        var check = new EchoCheck([.. promoted, .. Documents.OfEveryKind, .. Documents.OfNothing, .. random])
        {
            IsAboutTheConfiguredOne = true,
        };
        var finding = await check.Run(test);
        return finding.Outcome == Outcome.Passed
            ? finding with
            {
                Observations = [.. finding.Observations, .. await Rounded(test)],
            }
            : finding;
    }

    /// <summary>Text of any script comes back unchanged.</summary>
    public static Task<Finding> UnicodeComesBack(TestSession test) => new EchoCheck(Documents.OfManyScripts).Run(test);

    /// <summary>
    /// Documents of every size come back whole, whatever is in them and where; large ones may be rejected. Where that can't be
    /// seen, a few of them are sent all the same: what is wrong with their streams shows without the documents.
    /// </summary>
    public static async Task<Finding> LargeComesBack(TestSession test)
    {
        if (test.Session.Fixtures.For(Echo.Fixture) is null)
        {
            await SendLarge(test);
            return Finding.Skipped(
                SkipReason.MissingFixture,
                FixtureAdvice.Missing(test.Session.Api, Echo.Fixture),
                cause: new(CauseKind.FixtureMissing) { Fixtures = Echo.Fixture }
            );
        }
        var finding = await new EchoCheck(
            DocumentMatrix.Of(test.Session.Profile, test.NextDraw()).Concat(Documents.Large)
        ).Run(test);
        if (finding.Outcome is Outcome.Failed or Outcome.Skipped)
            await SendLarge(test);
        return finding;
    }

    /// <summary>The same document in another spelling comes back as the same document, and no other.</summary>
    public static Task<Finding> SpellingsComeBack(TestSession test)
    {
        var rounds = test.Session.Profile.Rounds;
        var respelled =
            rounds > 1
                ? RandomDocuments
                    .Of(test.NextDraw(), rounds)
                    .Select(document => Respelling.Of(document, test.NextDraw()))
                : [];
        var written = rounds > 1 ? Spellings.All : Spellings.InOne;
        return new EchoCheck([.. written, .. respelled]).Run(test);
    }

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

    private static async Task SendLarge(TestSession test)
    {
        var most = test.Session.Profile.Rounds > 1 ? int.MaxValue : 3;
        try
        {
            foreach (var document in DocumentMatrix.OfSeveralBuffers.Take(most))
                await test.SendValid(Echo.Request(test, document.Sent), document.Says);
        }
        catch (GaveUpException)
        {
            // What hangs is told by the requirements that are about it.
        }
    }

    /// <summary>What becomes of numbers that a reader of JSON may round.</summary>
    private static async Task<List<Observation>> Rounded(TestSession test)
    {
        var seen = new List<Observation>();
        foreach (var document in Documents.Roundable)
        {
            test.BeginCase();
            var exchange = await EchoCheck.Send(test, document);
            var saw =
                !exchange.IsAccepted() ? exchange.InWords()
                : Echo.Difference(test, Invocation.Of(exchange).Stream, document.Value) is { } difference ? difference
                : "came back as it is";
            seen.Add(test.Observe(document.Class, InterpretationTopic.RoundedNumber, document.Says, saw));
        }
        return seen;
    }
}
