using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Rules;

/// <summary>A request that has to be answered with an error.</summary>
/// <param name="Says">What it is, in words.</param>
/// <param name="Member">The member that it breaks; null where it is not about one.</param>
/// <param name="Send">Sends it, with what it needs before.</param>
public sealed record Provocation(string Says, Member? Member, Func<Task<Exchange>> Send);

/// <summary>Requests that provoke each kind of error that a client can provoke.</summary>
public static class Provocations
{
    /// <summary>
    /// The documented errors whose shape can be looked at: those that some request provokes for certain, and the conflict
    /// that a token with other parameters is expected to provoke (reading R6).
    /// </summary>
    public static IEnumerable<ErrorResponse> Provokable(Operation operation) =>
        operation.Errors.Where(e =>
            IsCertain(operation, e)
            || (e.Cause == ErrorCause.Conflict && operation.Playing(MemberRole.IdempotencyToken) is not null)
        );

    /// <summary>The documented errors that some request provokes for certain.</summary>
    public static IEnumerable<ErrorResponse> Certain(Operation operation) =>
        operation.Errors.Where(e => IsCertain(operation, e));

    private static bool IsCertain(Operation operation, ErrorResponse error) =>
        error.Cause switch
        {
            ErrorCause.InvalidInput => true,
            ErrorCause.NotFound => Named(operation) is not null,
            ErrorCause.Conflict => operation.Playing(MemberRole.UniqueName) is not null,
            _ => false,
        };

    /// <summary>Requests that have to be answered with this kind of error.</summary>
    public static IEnumerable<Provocation> Of(Workbench bench, ErrorCause cause) =>
        cause switch
        {
            ErrorCause.InvalidInput => Invalid(bench),
            ErrorCause.NotFound => [NotFound(bench)],
            ErrorCause.Conflict when bench.Operation.Playing(MemberRole.UniqueName) is not null => [Duplicate(bench)],
            ErrorCause.Conflict => [SpentToken(bench)],
            _ => [],
        };

    private static IEnumerable<Provocation> Invalid(Workbench bench)
    {
        foreach (var member in bench.Operation.Body.SelectMany(m => m.SelfAndBelow()).Where(m => !m.IsLookedUp))
        {
            if (member.IsRequired)
                yield return Broken(bench, member, $"a request without {member.Path}", r => r.Without(member));
            if (member.Find<MaxLength>() is not { } longest)
                continue;
            var tooLong = bench.Session.Values.BreakingOnly(member, longest, bench.NextDraw()).Samples[0];
            yield return Broken(bench, member, $"{member.Path}: {tooLong.Says}", r => r.With(member, tooLong.Value));
        }
    }

    private static Provocation Broken(
        Workbench bench,
        Member member,
        string says,
        Func<RequestDraft, RequestDraft> apply
    ) => new(says, member, () => bench.Send(apply(bench.Valid(bench.Operation, member)), says));

    /// <summary>The member of the path that names a resource.</summary>
    private static Member? Named(Operation operation) =>
        operation.Parameters.FirstOrDefault(p => p.Role is MemberRole.Reference or MemberRole.Known);

    private static Provocation NotFound(Workbench bench)
    {
        var named = Named(bench.Operation)!;
        var says = $"an unknown {named.Name}";
        return new Provocation(
            says,
            null,
            () =>
                bench.Send(
                    bench
                        .Valid(bench.Operation)
                        .With(
                            named,
                            named.Role == MemberRole.Known
                                ? KnownNames.Unknown(bench, named)
                                : bench.Session.Values.Ordinary(named, bench.NextDraw()).Value
                        ),
                    says
                )
        );
    }

    private static Provocation Duplicate(Workbench bench) =>
        new(
            "a name that is taken",
            null,
            async () =>
            {
                var request = bench.Valid(bench.Operation);
                await bench.Arrange(request, "the first of the name");
                return await bench.Send(request, "the name again");
            }
        );

    private static Provocation SpentToken(Workbench bench)
    {
        const string says = "a token that was used with other parameters";
        var token = bench.Operation.Playing(MemberRole.IdempotencyToken)!;
        var other = bench.Operation.Body.SelectMany(m => m.SelfAndBelow()).First(IsFree);
        return new Provocation(
            says,
            null,
            async () =>
            {
                var request = bench
                    .Valid(bench.Operation, other)
                    .With(token, bench.Session.Values.Ordinary(token, bench.NextDraw()).Value);
                await bench.Arrange(request, "a request with a token");
                return await bench.Send(
                    request.With(other, bench.Session.Values.Ordinary(other, bench.NextDraw()).Value),
                    says
                );
            }
        );
    }

    private static bool IsFree(Member member) =>
        member is { Kind: JsonKind.String, Role: MemberRole.Plain, IsLookedUp: false };
}
