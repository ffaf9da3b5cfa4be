using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Generators;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Rules;

/// <summary>A request that has to get an error.</summary>
/// <param name="Says">What it is, in words.</param>
/// <param name="Member">The member that it breaks; null where it is not about one.</param>
/// <param name="Send">Sends it, with what it needs before.</param>
internal sealed record Provocation(string Says, Member? Member, Func<Task<Exchange>> Send);

/// <summary>Requests that provoke each kind of error that a client can provoke.</summary>
internal static class Provocations
{
    /// <summary>
    /// The documented errors whose shape can be looked at: those that some request provokes for certain, and the conflict
    /// that a token with other parameters is expected to provoke.
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

    /// <summary>Requests that have to get this kind of error.</summary>
    public static IEnumerable<Provocation> Of(TestSession test, ErrorCause cause) =>
        cause switch
        {
            ErrorCause.InvalidInput => Invalid(test),
            ErrorCause.NotFound => [NotFound(test)],
            ErrorCause.Conflict when test.Operation.Playing(MemberRole.UniqueName) is not null => [Duplicate(test)],
            ErrorCause.Conflict => [SpentToken(test)],
            _ => [],
        };

    private static IEnumerable<Provocation> Invalid(TestSession test)
    {
        foreach (var member in test.Operation.RequestMembers().Where(m => m.Place != Place.Path && !m.IsLookedUp))
        {
            if (member.IsRequired)
                yield return Broken(test, member, $"a request without {member.Path}", r => r.Without(member));
            if (member.Constraints.FirstOrDefault(c => Shows(member, c)) is not { } limit)
                continue;
            // The nearest violation is all that is meant: none that is far beyond the limit need be made.
            var draw = test.NextDraw() with
            {
                Thoroughness = Thoroughness.Usual,
            };
            var outside = test.Session.Values.BreakingOnly(member, limit, draw).Samples[0];
            yield return Broken(test, member, $"{member.Path}: {outside.Says}", r => r.With(member, outside.Value));
        }
    }

    /// <summary>A limit that is plainly broken by one value; of the query also the others, since nothing there need be required.</summary>
    private static bool Shows(Member member, Constraint constraint) =>
        constraint.Level != Level.May
        && (constraint is MaxLength || (member.Place == Place.Query && constraint is Minimum or Maximum or OneOf));

    private static Provocation Broken(
        TestSession test,
        Member member,
        string says,
        Func<RequestDraft, RequestDraft> apply
    ) => new(says, member, () => test.Send(apply(test.Valid(test.Operation, member)), says));

    /// <summary>The member of the path that names a resource.</summary>
    private static Member? Named(Operation operation) =>
        operation.Parameters.FirstOrDefault(p => p.Role is MemberRole.Reference or MemberRole.Known);

    private static Provocation NotFound(TestSession test)
    {
        var named = Named(test.Operation)!;
        var says = $"an unknown {named.Name}";
        return new Provocation(
            says,
            null,
            () =>
                test.Send(
                    test.Valid(test.Operation)
                        .With(
                            named,
                            named.Role == MemberRole.Known
                                ? KnownNames.Unknown(test, named)
                                : UnusedNumber.Of(named, test.NextDraw())
                                    ?? test.Session.Values.Ordinary(named, test.NextDraw()).Value
                        ),
                    says
                )
        );
    }

    private static Provocation Duplicate(TestSession test) =>
        new(
            "a name that is taken",
            null,
            async () =>
            {
                var request = test.Valid(test.Operation);
                await test.Arrange(request, "the first of the name");
                return await test.Send(request, "the name again");
            }
        );

    private static Provocation SpentToken(TestSession test)
    {
        const string says = "a token that was used with other parameters";
        var token = test.Operation.Playing(MemberRole.IdempotencyToken)!;
        var other = test.Operation.Body.SelectMany(m => m.SelfAndBelow()).First(IsFree);
        return new Provocation(
            says,
            null,
            async () =>
            {
                var request = test.Valid(test.Operation, other)
                    .With(token, test.Session.Values.Ordinary(token, test.NextDraw()).Value);
                await test.Arrange(request, "a request with a token");
                return await test.Send(
                    request.With(other, test.Session.Values.Ordinary(other, test.NextDraw()).Value),
                    says
                );
            }
        );
    }

    private static bool IsFree(Member member) =>
        member is { Kind: JsonKind.String, Role: MemberRole.Plain, IsLookedUp: false };
}
