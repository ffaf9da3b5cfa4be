using System.Text.Json.Nodes;
using Conformance.Reports.Text;

namespace Conformance.Contracts.Provider.States;

/// <summary>What a verifier is told of a state.</summary>
internal static class Told
{
    public static StateReply Of(BroughtAbout state)
    {
        var values = new JsonObject();
        foreach (var (name, value) in state.Values.OrderBy(v => v.Key, StringComparer.Ordinal))
            values[name] = JsonNode.Parse(value.ToJson());
        return new StateReply(values, null);
    }

    /// <summary>What is said of a state that the kit doesn't know: it is never guessed at.</summary>
    public static string Unknown(string state) =>
        $"the kit doesn't know the provider state '{Shortened.OnALine(state)}'; have it brought about by an endpoint of your own with --state-url. "
        + $"It knows {string.Join(", ", StateHandler.Names.Select(n => $"'{n}'"))}";
}
