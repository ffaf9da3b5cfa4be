using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Generators;
using Conformance.Schemas;

namespace Conformance.Engine.Behaviours.Resources;

/// <summary>Requests that have to be rejected, and keep the name that they give.</summary>
internal static class Rejectable
{
    private const int Enough = 3;

    /// <summary>A violation, and whether it leaves the token as it was.</summary>
    public sealed record Violation(Case Case, bool KeepsToken);

    /// <summary>Violations that a target finds at different depths: in what is there, in a length, in a type; in the JSON where there is nothing else.</summary>
    public static ImmutableArray<Violation> Of(TestSession test, Resource resource)
    {
        Violation?[] found =
        [
            Incomplete(resource.Creation),
            Breaking(test, resource, c => c is MinLength or MaxLength or Pattern),
            Breaking(test, resource, c => c is TypeIs),
        ];
        var violations = found.OfType<Violation>().ToImmutableArray();
        return violations.Length < Enough && Malformed(test, resource) is { } malformed
            ? violations.Add(malformed)
            : violations;
    }

    /// <summary>
    /// One violation for each member and each kind of its constraints, and bodies that are broken as text. The member that
    /// it is about has to be in the request.
    /// </summary>
    public static IEnumerable<(Member? Member, Case Case)> OfEachMember(TestSession test, Resource resource)
    {
        foreach (var member in resource.Creation.Body.SelectMany(m => m.SelfAndBelow()).Where(IsSingle))
        foreach (var @case in Breaking(test, member))
            yield return (member, @case);
        if (!resource.Creation.HasBody)
            yield break;
        foreach (var kind in Bodies)
            yield return (null, InForm(test, kind));
    }

    private static readonly ImmutableArray<BodyViolation> Bodies =
    [
        BodyViolation.NotJson,
        BodyViolation.TrailingText,
        BodyViolation.InvalidUtf8,
        BodyViolation.WrongContentType,
    ];

    // Characters; more than any text column holds that is not meant for whole documents.
    private const int FarTooLong = 70_000;

    private static IEnumerable<Case> Breaking(TestSession test, Member member)
    {
        var draw = test.NextDraw();
        foreach (var constraint in member.Constraints)
            if (constraint is Required)
                yield return Case.LeavingOut(member);
            else if (
                test
                    .Session.Values.BreakingOnly(member, constraint, draw)
                    .Samples.FirstOrDefault(s => !s.IsIllFormed) is
                { } sample
            )
                yield return Case.Setting(member, sample);
        yield return new Case("null", $"{member.Path}: null", request => request.With(member, JsonValue.Null));
        if (member.Find<MaxLength>() is not null)
            yield return new Case(
                "far-too-long",
                $"{member.Path}: {FarTooLong} characters",
                request => request.With(member, new JsonText(new string('a', FarTooLong)))
            );
    }

    private static Case InForm(TestSession test, BodyViolation kind)
    {
        var draw = test.NextDraw();
        return new Case($"{kind}", "", request => request with { Broken = Form(request) }) with
        {
            Says = $"a body with {Form(test.Valid(test.Operation)).Says}",
        };

        BrokenBody Form(RequestDraft request) =>
            BodyBreaks.Of(kind, request.WireBody!, request.Operation.WireBody(), draw).First(b => !b.NeedsRawSocket);
    }

    /// <summary>Whether a violation of the member says nothing about the name, and the member stands once in a request.</summary>
    private static bool IsSingle(Member member) =>
        IsChangeable(member) && !member.Path.Contains("[]", StringComparison.Ordinal);

    private static Violation? Incomplete(Operation operation)
    {
        var parent = operation.Body.FirstOrDefault(m => m.Members.Any(c => c.IsRequired && m.Kind == JsonKind.Object));
        if (parent is not null && parent.SelfAndBelow().All(IsChangeable))
        {
            var inner = parent.Members.First(m => m.IsRequired);
            return new(
                new Case("incomplete", $"without {inner.Path}", r => r.With(parent, JsonObject.Empty)),
                KeepsToken: true
            );
        }
        return operation.Body.FirstOrDefault(m => m.IsRequired && IsChangeable(m)) is { } missing
            ? new(Case.LeavingOut(missing), missing.Role != MemberRole.IdempotencyToken)
            : null;
    }

    /// <summary>One value that breaks such a constraint; of the token where it has one.</summary>
    private static Violation? Breaking(TestSession test, Resource resource, Func<Constraint, bool> isSuch)
    {
        var draw = test.NextDraw();
        var candidates =
            from member in resource.Creation.Body.Where(IsChangeable).OrderBy(m => m != resource.Token)
            from constraint in member.Constraints.Where(isSuch)
            // A number in the place of a text is wrong for all readers.
            from sample in test
                .Session.Values.BreakingOnly(member, constraint, draw)
                .Samples.OrderBy(s => s.Value is not JsonRaw { IsNumber: true } && constraint is TypeIs)
            select new Violation(Case.Setting(member, sample), member != resource.Token);
        return candidates.FirstOrDefault();
    }

    private static Violation? Malformed(TestSession test, Resource resource)
    {
        if (!resource.Creation.HasBody)
            return null;
        var draw = test.NextDraw();
        return new(
            new Case(
                "malformed",
                "a body without its last brace",
                request =>
                    request with
                    {
                        Broken = BodyBreaks
                            .Of(BodyViolation.NotJson, request.WireBody!, request.Operation.WireBody(), draw)
                            .First(b => b.Class == "unclosed"),
                    }
            ),
            KeepsToken: true
        );
    }

    /// <summary>Whether a violation there says nothing about the name.</summary>
    private static bool IsChangeable(Member member) => member.Role is MemberRole.Plain or MemberRole.IdempotencyToken;
}
