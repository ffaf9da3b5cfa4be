using Conformance.Engine.Behaviours.Resources;
using Conformance.Engine.Exchanges;
using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Generators;
using Conformance.Generators.Dimensions;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Behaviours;

/// <summary>Bodies that are broken as text, before any member is looked at.</summary>
internal static class Bodies
{
    /// <summary>What every operation with a JSON body is tested for, whatever it does.</summary>
    public static readonly ImmutableArray<Scenario> All =
    [
        Of("body/malformed-json", AreJudged(BodyViolation.NotJson)),
        Of("body/empty", AreJudged(BodyViolation.Empty)),
        Of("body/not-an-object", AreJudged(BodyViolation.NotAnObject)),
        Of("body/invalid-utf8", AreJudged(BodyViolation.InvalidUtf8)),
        Of("body/content-type", AreJudged(BodyViolation.WrongContentType)),
        Of("body/missing-content-type", AreJudged(BodyViolation.MissingContentType)),
        Of("body/lenient-json", AreJudged(BodyViolation.LenientJson)),
        Of("body/trailing-text", AreJudged(BodyViolation.TrailingText)),
        Of("body/byte-order-mark", AreJudged(BodyViolation.ByteOrderMark)),
        Of("body/repeated-member", AreJudged(BodyViolation.RepeatedMember)),
        Of("body/unknown-member", AreJudged(BodyViolation.UnknownMember)),
        Of("body/misspelt-member", AreJudged(BodyViolation.MisspeltMember)),
        Of("body/legal-forms", AreAccepted(BodyViolation.LegalForm)),
        Of("body/framings", AreAcceptedInEachFraming),
        Of("body/deep-nesting", AreSurvived(BodyViolation.DeepNesting)),
        Of("body/large", AreSurvived(BodyViolation.Large)),
    ];

    private static Scenario Of(string behaviour, Func<TestSession, Task<Finding>> test) =>
        new(behaviour, test)
        {
            Lacks = (_, operation) => operation.HasBody ? null : "an operation with a JSON body",
            Across = Across.None,
        };

    /// <summary>Bodies broken in this way are rejected, or only recorded where nothing more is demanded.</summary>
    private static Func<TestSession, Task<Finding>> AreJudged(BodyViolation kind) =>
        test => (test.Requirement.Level == Level.May ? AreObserved(kind) : AreRejected(kind))(test);

    /// <summary>Bodies broken in this way are rejected with some client error.</summary>
    public static Func<TestSession, Task<Finding>> AreRejected(BodyViolation kind) =>
        test =>
        {
            var forms = Forms(test, kind);
            // The kinds of so many forms that one hardly shows what the next does not.
            if (kind is BodyViolation.NotJson or BodyViolation.InvalidUtf8)
                forms = Portion.Of(test, forms);
            return new RejectionCheck(
                () => Base(test),
                [.. forms.Select(f => new Case(f.Class, f.Says, request => InForm(test, request, f)))],
                Expectation.AnyClientError
            ).Run(test);
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
            }.Run(test);
        };

    /// <summary>
    /// Requests are accepted however their bytes stand on the connection. A server may ask for a length (RFC 9110, 15.5.12),
    /// and need not know expectations (15.5.18).
    /// </summary>
    private static Task<Finding> AreAcceptedInEachFraming(TestSession test) =>
        new AcceptanceCheck(
            () => Base(test),
            [
                .. Enum.GetValues<Framing>()
                    .Where(framing => framing != Framing.Usual)
                    .Select(framing =>
                    {
                        var value = Framings.All.Values[(int)framing];
                        return new Case(value.Name, $"with {value.Says}", r => r with { Framing = framing });
                    }),
            ]
        )
        {
            IsAboutTheForm = true,
            IsExcused = (@case, exchange) =>
                (@case.Label, exchange.EffectiveStatus()) is ("chunked", 411) or ("expect-continue", 417),
        }.Run(test);

    /// <summary>Bodies that are rejected or accepted, but never with a server error.</summary>
    public static Func<TestSession, Task<Finding>> AreSurvived(BodyViolation kind) =>
        async test =>
        {
            var cases = 0;
            foreach (var form in Forms(test, kind))
            {
                await test.NextCase();
                cases++;
                var request = InForm(test, Base(test), form);
                var exchange = await test.Send(request, form.Says);
                // Whoever rejects a body for its size may close the connection on it (RFC 9110, 15.5.14).
                if (kind == BodyViolation.Large && exchange.Failure?.Kind == TransportFailureKind.Disconnected)
                    continue;
                if (exchange.Failure is not null && await test.WhyNoResponse(request, exchange) is { } why)
                    return Finding.Errored($"{form.Says}: {why}", cases);
                if (exchange.Response is null or { Status: >= 500 })
                    return test.Fails(form.Says, "success or a 4xx status", exchange.InWords(), cases);
            }
            return Finding.Passed(cases);
        };

    /// <summary>Bodies on which careful readers differ: what the target does is recorded.</summary>
    public static Func<TestSession, Task<Finding>> AreObserved(BodyViolation kind) =>
        async test =>
        {
            var observations = new List<Observation>();
            foreach (var form in test.Session.Profile.Thoroughness.Recorded(Forms(test, kind)))
            {
                await test.NextCase();
                var request = InForm(test, Base(test), form);
                var exchange = await test.Send(request, form.Says);
                observations.Add(test.Observe(form.Class, form.Says, exchange.InWords()));
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
