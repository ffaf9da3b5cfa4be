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
