using Conformance.Engine.Exchanges;
using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Generators;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Behaviours;

/// <summary>Bodies that are broken as text, before any member is looked at.</summary>
public static class Bodies
{
    /// <summary>Bodies broken in this way are refused with some client error (R11).</summary>
    public static Func<Workbench, Task<Finding>> AreRefused(BodyBreach kind) =>
        bench =>
        {
            var forms = Forms(bench, kind);
            return new RefusalProof(
                () => Base(bench),
                [.. forms.Select(f => new Case(f.Class, f.Says, request => InForm(bench, request, f)))],
                Expectation.AnyClientError
            ).Prove(bench);
        };

    /// <summary>Bodies that are legal in an unusual form are accepted.</summary>
    public static Func<Workbench, Task<Finding>> AreAccepted(BodyBreach kind) =>
        bench =>
        {
            var forms = Forms(bench, kind);
            return new AcceptanceProof(
                () => Base(bench),
                [.. forms.Select(f => new Case(f.Class, f.Says, request => InForm(bench, request, f)))]
            )
            {
                IsAboutTheForm = true,
            }.Prove(bench);
        };

    /// <summary>Bodies that are refused or accepted, but never with a server error.</summary>
    public static Func<Workbench, Task<Finding>> AreSurvived(BodyBreach kind) =>
        async bench =>
        {
            var cases = 0;
            foreach (var form in Forms(bench, kind))
            {
                bench.BeginCase();
                cases++;
                var request = InForm(bench, Base(bench), form);
                var exchange = await bench.Send(request, form.Says);
                // Whoever refuses a body for its size may close the connection on it (RFC 9110, 15.5.14).
                if (kind == BodyBreach.Large && exchange.Failure?.Kind == TransportFailureKind.Disconnected)
                    continue;
                if (exchange.Failure is not null && await bench.WhyUnanswered(request, exchange) is { } why)
                    return Finding.Errored($"{form.Says}: {why}", cases);
                if (exchange.Response is null or { Status: >= 500 })
                    return bench.Fails(form.Says, "success or a 4xx status", exchange.InWords(), cases);
            }
            return Finding.Passed(cases);
        };

    /// <summary>Bodies on which careful readers differ: what the target does is recorded.</summary>
    public static Func<Workbench, Task<Finding>> AreObserved(BodyBreach kind, string reading) =>
        async bench =>
        {
            var observations = new List<Observation>();
            foreach (var form in Forms(bench, kind))
            {
                bench.BeginCase();
                var request = InForm(bench, Base(bench), form);
                var exchange = await bench.Send(request, form.Says);
                observations.Add(bench.Observe(form.Class, reading, form.Says, exchange.InWords()));
            }
            return Finding.Observed(observations);
        };

    /// <summary>A valid request with fresh names and, where there is one, a patterned string.</summary>
    private static RequestDraft Base(Workbench bench) =>
        bench.Valid(
            bench.Operation,
            bench.Operation.Body.FirstOrDefault(m => m.Find<Pattern>() is not null && !m.IsLookedUp)
        );

    private static ImmutableArray<BrokenBody> Forms(Workbench bench, BodyBreach kind) =>
        Broken(bench, Base(bench), kind);

    /// <summary>Another request in the form of this body.</summary>
    private static RequestDraft InForm(Workbench bench, RequestDraft request, BrokenBody form) =>
        request with
        {
            Broken = Broken(bench, request, form.Kind).First(b => b.Class == form.Class),
        };

    private static ImmutableArray<BrokenBody> Broken(Workbench bench, RequestDraft request, BodyBreach kind) =>
        BodyBreaks.Of(kind, request.WireBody!, bench.Operation.WireBody(), bench.NextDraw());
}
