using Conformance.Contracts.Interactions;
using Conformance.Contracts.Native;
using Conformance.Contracts.Tests.Consumer;
using Conformance.Contracts.Tests.Native;

namespace Conformance.Contracts.Tests.Interactions;

public sealed class ContractFileTests
{
    private const string Approving = "CONFORMANCE_APPROVE_CONTRACTS";

    public static TheoryData<string> Providers => [.. Apis.All.Select(a => a.Name)];

    /// <summary>As consumers of Pact do: the contract is written when the consumer has kept to all of it.</summary>
    [Theory]
    [MemberData(nameof(Providers))]
    public async Task TheRepositoryHoldsWhatTheConsumersKeepTo(string provider)
    {
        Library.Needed();
        var agreed = Agreed(provider);
        foreach (var interaction in agreed)
        {
            using var pact = ContractFile.Of(provider, [interaction]);
            await pact.VerifyAsync(context => Consumers.ById[interaction.Id](context.MockServerUri));
        }
        var written = Written(provider, agreed);
        var kept = Checkout.File($"contracts/{provider}.json");
        if (Environment.GetEnvironmentVariable(Approving) == "1")
            await File.WriteAllTextAsync(kept, written, Consumers.Cancel);
        Assert.True(
            File.Exists(kept) && written == await File.ReadAllTextAsync(kept, Consumers.Cancel),
            $"{kept} is not what the consumers keep to; write it with {Approving}=1, and look at the difference"
        );
    }

    [Fact]
    public void TheRepositoryHoldsNoOtherContract() =>
        Assert.Equal(
            Apis.All.Select(a => $"{a.Name}.json").Order(StringComparer.Ordinal),
            Directory
                .EnumerateFiles(Checkout.File("contracts"))
                .Select(f => Path.GetFileName(f))
                .Order(StringComparer.Ordinal)
        );

    [Theory]
    [MemberData(nameof(Providers))]
    public void TheOrderOfWritingDoesNotShow(string provider)
    {
        Library.Needed();
        var agreed = Agreed(provider);
        Assert.Equal(Written(provider, agreed), Written(provider, [.. agreed.Reverse()]));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void WhateverChangesInAnInteractionShows(string provider)
    {
        Library.Needed();
        var agreed = Agreed(provider);
        var first = agreed[0];
        var agreedText = Written(provider, agreed);
        ImmutableArray<Interaction>[] others =
        [
            agreed.RemoveAt(0),
            agreed.SetItem(0, first with { Description = first.Description + "." }),
            agreed.SetItem(0, first with { Request = first.Request with { Method = "PATCH" } }),
            agreed.SetItem(0, first with { Response = new(Match.Status(299), null) }),
            agreed.SetItem(0, first with { States = [new ProviderState("all is well")] }),
        ];
        Assert.All(others, other => Assert.NotEqual(agreedText, Written(provider, other)));
    }

    [Fact]
    public void NoMachineAndNoVersionStandsInAContract()
    {
        var text = ContractText.Normalised(
            """{"interactions":[],"metadata":{"pactRust":{"ffi":"0.5.8"},"pactSpecification":{"version":"4.0"}}}"""
        );
        Assert.DoesNotContain("0.5.8", text, StringComparison.Ordinal);
        Assert.Contains("\"version\": \"4.0\"", text, StringComparison.Ordinal);
        Assert.EndsWith("}\n", text, StringComparison.Ordinal);
    }

    private static ImmutableArray<Interaction> Agreed(string provider) => InteractionCatalog.Of(Apis.Named(provider));

    private static string Written(string provider, ImmutableArray<Interaction> interactions)
    {
        using var folder = new TemporaryFolder();
        return ContractText.Normalised(File.ReadAllText(ContractFile.Write(provider, interactions, folder.Path)));
    }
}
