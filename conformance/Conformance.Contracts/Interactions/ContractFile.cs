using Conformance.Contracts.Native;
using Conformance.Generators;
using Conformance.Schemas;

namespace Conformance.Contracts.Interactions;

/// <summary>Interactions as a contract: a mock server for consumers, a file for brokers and verifiers.</summary>
public static class ContractFile
{
    /// <summary>Who asks, in every contract of the kit.</summary>
    public const string Consumer = "conformance-kit";

    private const string Group = "conformance";

    // A media type is compared without regard to case, and may have parameters (RFC 9110).
    private static readonly JsonValue AnyJson = Match.Regex("application/json", @"(?i)^application/json\s*(;.*)?$");

    /// <summary>The contract that holds these interactions.</summary>
    /// <param name="provider">The API's short name.</param>
    /// <param name="interactions">What is agreed on.</param>
    /// <exception cref="PactException">The native library is missing.</exception>
    public static PactBuilder Of(string provider, IEnumerable<Interaction> interactions)
    {
        var pact = Pact.V4(Consumer, provider);
        foreach (var interaction in interactions)
            Describe(pact, interaction);
        return pact;
    }

    /// <summary>Writes the contract as <c>conformance-kit-PROVIDER.json</c>, in Pact's own layout.</summary>
    /// <param name="provider">The API's short name.</param>
    /// <param name="interactions">What is agreed on.</param>
    /// <param name="folder">An existing folder.</param>
    /// <returns>The file's path.</returns>
    /// <exception cref="PactException">The native library is missing, or the file can't be written.</exception>
    public static string Write(string provider, IEnumerable<Interaction> interactions, string folder)
    {
        using var pact = Of(provider, interactions);
        pact.WriteFile(folder);
        return Path.Combine(folder, $"{Consumer}-{provider}.json");
    }

    private static void Describe(PactBuilder pact, Interaction interaction)
    {
        var request = pact.UponReceiving(interaction.Description)
            .WithKey(interaction.Id)
            .WithComment(interaction.Says)
            .WithReference(Group, "level", Named(interaction.Level))
            .WithReference(Group, "sources", string.Join(", ", interaction.Sources));
        if (interaction.IsPending)
            request.Pending();
        foreach (var state in interaction.States)
            request.Given(state.Name, state.Parameters);
        request.WithRequest(interaction.Request.Method, interaction.Request.Path);
        if (interaction.Request.Accept is { } accept)
            request.WithHeader("Accept", new JsonText(accept));
        if (interaction.Request.Body is { } body)
            request.WithJsonBody(body);
        var response = request.WillRespond().WithStatus(interaction.Response.Status);
        if (interaction.Response.Body is { } expected)
            response.WithHeader("Content-Type", AnyJson).WithJsonBody(expected);
    }

    private static string Named(Level level) => level == Level.Must ? "must" : "should";
}
