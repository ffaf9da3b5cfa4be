using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Generators;
using Conformance.Schemas;

namespace Conformance.Engine.Rules;

/// <summary>What a valid request may hold or lack, as one dimension of requests.</summary>
/// <param name="Options">The legal choices; the first takes nothing from a request with every member.</param>
/// <param name="Needs">The members whose values only the configuration can give.</param>
internal sealed record Presence(ImmutableArray<Presence.Option> Options, ImmutableArray<Member> Needs)
{
    /// <summary>One choice.</summary>
    /// <param name="Says">In words: <c>without note</c>; empty where nothing is taken away.</param>
    /// <param name="Apply">Makes a request with every member one with this choice.</param>
    public sealed record Option(string Says, Func<TestSession, RequestDraft, RequestDraft> Apply);

    private static readonly Option Everything = new("", (_, request) => request);

    /// <summary>
    /// The dimensions of the operation's requests: its optional members, and of which alternatives the request has one. A
    /// member that no document lets a client leave out is always there.
    /// </summary>
    public static IEnumerable<Presence> ChoicesOf(Operation operation) =>
        Of([
                .. operation.Parameters.Where(p => p.Place == Place.Query),
                .. operation.Body.Where(m => !operation.ExactlyOneOf.Contains(m.Name)),
            ])
            .Concat(operation.ExactlyOneOf.IsEmpty ? [] : [Alternative(operation)]);

    /// <summary>Whether the session has the values that it takes.</summary>
    public bool CanBeMade(ApiSession session) => Needs.All(member => session.Fixtures.For(member.Path) is not null);

    /// <summary>The dimensions of members that stand beside each other.</summary>
    private static IEnumerable<Presence> Of(ImmutableArray<Member> beside)
    {
        foreach (var member in beside)
        {
            if (!MayBeLeftOut(member))
            {
                foreach (var inner in Of(member.Members))
                    yield return inner;
            }
            else if (!beside.Any(other => other.Name == member.ComesWith && MayBeLeftOut(other)))
                yield return Of(member, [.. beside.Where(m => m.ComesWith == member.Name && MayBeLeftOut(m))]);
        }
    }

    /// <summary>A member that may be left out, with those that can't be there without it.</summary>
    private static Presence Of(Member member, ImmutableArray<Member> dependents)
    {
        ImmutableArray<Member> all = [member, .. dependents];
        ImmutableArray<Member> inner = [.. member.Members.SelectMany(m => m.SelfAndBelow()).Where(MayBeLeftOut)];
        return new(
            [
                Everything,
                Without(all),
                .. dependents.IsEmpty ? [] : new[] { Without(dependents) },
                .. inner.IsEmpty ? [] : new[] { Without(inner) },
            ],
            // Without ids that the target knows, or a name of what exists, a valid request does not hold it at all.
            [.. all.SelectMany(m => m.SelfAndBelow()).Where(m => m.Role == MemberRole.Known || m.KeyedBy is not null)]
        );
    }

    private static Option Without(ImmutableArray<Member> members) =>
        new(
            $"without {string.Join(" and ", members.Select(m => m.Path))}",
            (_, request) => members.Aggregate(request, (built, member) => built.Without(member))
        );

    private static Presence Alternative(Operation operation)
    {
        var members = operation
            .ExactlyOneOf.Select(name => operation.Body.First(m => m.Name == name))
            .ToImmutableArray();
        return new(
            [
                Everything,
                .. members
                    .Skip(1)
                    .Select(other => new Option(
                        $"{other.Path} in place of {members[0].Path}",
                        (test, request) => InPlace(test, request, members, other)
                    )),
            ],
            [.. members.Where(m => m.Role == MemberRole.Known)]
        );
    }

    private static RequestDraft InPlace(
        TestSession test,
        RequestDraft request,
        ImmutableArray<Member> alternatives,
        Member other
    )
    {
        var value = test.Valid(request.Operation, other).At(other) ?? JsonValue.Null;
        return alternatives.Aggregate(request, (built, one) => built.Without(one)).With(other, value);
    }

    /// <summary>Whether a document says so; what is only implied, or of what nothing is said, is not tried against others.</summary>
    private static bool MayBeLeftOut(Member member) => member.Find<Optional>() is { Level: Level.Must };
}
