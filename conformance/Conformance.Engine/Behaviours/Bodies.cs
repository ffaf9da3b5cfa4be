using Conformance.Engine.Exchanges;
using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Generators;
using Conformance.Reports;

namespace Conformance.Engine.Behaviours;

/// <summary>Bodies that are broken as text, before any member is looked at.</summary>
public static class Bodies
{
    /// <summary>Bodies broken in this way are refused with some client error (R11).</summary>
    public static Func<TestSession, Task<Finding>> AreRefused(BodyViolation kind) =>
        test =>
        {
            var forms = Forms(test, kind);
            return new RejectionCheck(
                () => Base(test),
                [.. forms.Select(f => new Case(f.Class, f.Says, request => InForm(test, request, f)))],
                Expectation.AnyClientError
            ).Prove(test);
        };

    /// <summary>Bodies that are legal in an unusual form are accepted.</summary>
    public static Func<TestSession, Task<Finding>> AreAccepted(BodyViolation kind) =>
        test =>
        {
            var forms = Forms(test, kind);
            return new AcceptanceCheck(
                () => Base(test),
                [.. forms.Select(f => new Case(f.Class, f.Says, request => InForm(test, request, f)))]
            )
            {
                IsAboutTheForm = true,
            }.Prove(test);
        };

    /// <summary>Bodies that are refused or accepted, but never with a server error.</summary>
    public static Func<TestSession, Task<Finding>> AreSurvived(BodyViolation kind) =>
        async test =>
        {
            var cases = 0;
            foreach (var form in Forms(test, kind))
            {
                test.BeginCase();
                cases++;
                var request = InForm(test, Base(test), form);
                var exchange = await test.Send(request, form.Says);
                // Whoever refuses a body for its size may close the connection on it (RFC 9110, 15.5.14).
                if (kind == BodyViolation.Large && exchange.Failure?.Kind == TransportFailureKind.Disconnected)
                    continue;
                if (exchange.Failure is not null && await test.WhyUnanswered(request, exchange) is { } why)
                    return Finding.Errored($"{form.Says}: {why}", cases);
                if (exchange.Response is null or { Status: >= 500 })
                    return test.Fails(form.Says, "success or a 4xx status", exchange.InWords(), cases);
            }
            return Finding.Passed(cases);
        };

    /// <summary>Bodies on which careful readers differ: what the target does is recorded.</summary>
    public static Func<TestSession, Task<Finding>> AreObserved(BodyViolation kind, string interpretation) =>
        async test =>
        {
            var observations = new List<Observation>();
            foreach (var form in Forms(test, kind))
            {
                test.BeginCase();
                var request = InForm(test, Base(test), form);
                var exchange = await test.Send(request, form.Says);
                observations.Add(test.Observe(form.Class, interpretation, form.Says, exchange.InWords()));
            }
            return Finding.Observed(observations);
        };

    /// <summary>A valid request with fresh names and, where there is one, a patterned string.</summary>
    private static RequestDraft Base(TestSession test) =>
        test.Valid(
            test.Operation,
            test.Operation.Body.FirstOrDefault(m => m.Find<Pattern>() is not null && !m.IsLookedUp)
        );

    private static ImmutableArray<BrokenBody> Forms(TestSession test, BodyViolation kind) =>
        Broken(test, Base(test), kind);

    /// <summary>Another request in the form of this body.</summary>
    private static RequestDraft InForm(TestSession test, RequestDraft request, BrokenBody form) =>
        request with
        {
            Broken = Broken(test, request, form.Kind).First(b => b.Class == form.Class),
        };

    private static ImmutableArray<BrokenBody> Broken(TestSession test, RequestDraft request, BodyViolation kind) =>
        BodyBreaks.Of(kind, request.WireBody!, test.Operation.WireBody(), test.NextDraw());
}
