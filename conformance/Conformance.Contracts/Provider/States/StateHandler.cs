using Conformance.Contracts.Interactions;
using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Generators;
using Conformance.Schemas;

namespace Conformance.Contracts.Provider.States;

/// <summary>Brings provider states about on a target.</summary>
public static class StateHandler
{
    private static readonly ImmutableArray<KnownState> All =
    [
        .. NovaActStates.All,
        .. FlowStates.All,
        .. PennsieveStates.All,
    ];

    /// <summary>The names of the states that can be brought about.</summary>
    public static ImmutableArray<string> Names { get; } = [.. All.Select(s => s.Name)];

    /// <summary>Brings it about; null where nobody knows the state, which is never guessed at.</summary>
    /// <exception cref="CannotArrangeException">The target or the configuration does not let it.</exception>
    public static async Task<BroughtAbout?> Bring(TestSession test, WantedState wanted)
    {
        if (All.FirstOrDefault(s => s.Name == wanted.Name) is not { } known)
            return null;
        var parameters = (JsonObject)JsonValue.Parse(wanted.Parameters.ToJsonString());
        return await known.Bring(test, parameters, new BroughtAbout(Usual(test)));
    }

    /// <summary>Values for all that requests take from a state: what the configuration names, and fresh names and tokens.</summary>
    private static ImmutableDictionary<string, JsonValue> Usual(TestSession test)
    {
        var values = ImmutableDictionary.CreateBuilder<string, JsonValue>();
        var api = test.Session.Api;
        foreach (var operation in api.Documented.Where(o => !test.Session.Unsupported.Contains(o.Id)))
        {
            try
            {
                foreach (var (name, value) in ValuesIn(api, Named(test, operation)))
                    values[name] = value;
            }
            catch (CannotArrangeException)
            {
                // A state that has to do with this operation says so itself.
            }
        }
        return values.ToImmutable();
    }

    /// <summary>What a request says for each member that takes its value from a state.</summary>
    internal static IEnumerable<(string Name, JsonValue Value)> ValuesIn(Api api, RequestDraft request) =>
        from member in request.Operation.RequestMembers()
        where member.Role != MemberRole.Plain || member.IsLookedUp
        let value = request.At(member)
        where value is not null
        select (Sending.NameOf(api, request.Operation, member), value);

    /// <summary>A request with every member, alternatives too: a state says which of them its request holds.</summary>
    private static RequestDraft Named(TestSession test, Operation operation) =>
        operation
            .Body.Where(m => operation.ExactlyOneOf.Contains(m.Name))
            .Aggregate(
                test.Full(operation),
                (request, member) =>
                    test.Session.Fixtures.For(member.Path) is { } known ? request.With(member, known) : request
            );
}
