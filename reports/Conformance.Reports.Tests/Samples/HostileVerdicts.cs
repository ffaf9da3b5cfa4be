using System.Text;
using Conformance.Schemas;

namespace Conformance.Reports.Tests.Samples;

/// <summary>Verdicts whose every text is another one.</summary>
internal static class HostileVerdicts
{
    public static Verdict Saying(Verdict verdict, string text) =>
        verdict with
        {
            Requirement = new(
                text,
                text,
                text,
                new RequirementGroup(text),
                verdict.Requirement.Level,
                [new Citation(text, null, text), new Citation(text, 7, text)],
                text,
                [text]
            )
            {
                Member = text,
            },
            Reason = text + ".",
            Cause = new(CauseKind.OtherBehaviour)
            {
                Rule = text,
                Member = text,
                Constraint = text,
                ExpectedStatus = 400,
                Status = 500,
                ExpectedError = text,
                Error = text,
                Failure = TransportFailureKind.Timeout,
                Fixtures = text,
            },
            FailedCases = [text, text],
            Evidence = verdict.Evidence is null ? null : EvidenceSaying(text),
        };

    private static Evidence EvidenceSaying(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var exchange = new Exchange(
            new(text, text, [new(text, text)], bytes),
            new(200, [new(text, text)], bytes, IsTruncated: true),
            Failure: null,
            Milliseconds: 1
        );
        var failed = exchange with { Response = null, Failure = new(TransportFailureKind.Malformed, text) };
        return new(text, text, text, [new(text, exchange), new(text, failed)])
        {
            OriginalValue = text,
            SmallestValue = text + text,
            ShrinkPath = [text, text],
            Control = exchange,
        };
    }
}
