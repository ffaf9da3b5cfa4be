using Conformance.Reports;

namespace Conformance.Engine.Testing;

/// <summary>What the answers to the requests of other requirements have shown already.</summary>
internal static class SeenBefore
{
    /// <summary>The failure of this requirement by such an answer; null where all were right.</summary>
    public static Finding? Wrong(TestSession test, string expected)
    {
        if (test.Session.Answers.WrongFor(test.Requirement.Id) is not { } wrong)
            return null;
        test.NoteFailure(wrong.AfterRequests);
        return Finding.Failed(
            new Evidence(
                $"the answer to {wrong.Step.Says}, seen while proving {wrong.Scope}",
                expected,
                wrong.Actual,
                [wrong.Step]
            ),
            cause: wrong.Cause
        );
    }
}
