using Conformance.Reports;

namespace Conformance.Engine.Testing;

/// <summary>What the responses to the requests of other requirements have shown already.</summary>
internal static class SeenBefore
{
    /// <summary>The failure of this requirement by such a response; null where all were right.</summary>
    public static Finding? Wrong(TestSession test, string expected)
    {
        if (test.Session.Responses.WrongFor(test.Requirement.Id) is not { } wrong)
            return null;
        test.NoteFailure(wrong.AfterRequests);
        return Finding.Failed(
            new Evidence(
                $"the response to {wrong.Step.Says}, seen while testing {wrong.Scope}",
                expected,
                wrong.Actual,
                [wrong.Step]
            ),
            cause: wrong.Cause
        );
    }
}
