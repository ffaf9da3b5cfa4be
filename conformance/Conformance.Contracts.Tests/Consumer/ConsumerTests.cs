using Conformance.Contracts.Consumer;
using Conformance.Contracts.Interactions;
using Conformance.Contracts.Native;
using Conformance.Contracts.Tests.Native;

namespace Conformance.Contracts.Tests.Consumer;

public sealed class ConsumerTests
{
    private const string StartsARun = "nova-act/CreateWorkflowRun/contract/success";

    public static TheoryData<string> Ids => [.. Apis.Interactions.Select(i => i.Id)];

    [Fact]
    public void EveryInteractionHasItsConsumer() =>
        Assert.Equal(
            Apis.Interactions.Select(i => i.Id).Order(StringComparer.Ordinal),
            Consumers.ById.Keys.Order(StringComparer.Ordinal)
        );

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task TheConsumerKeepsToTheContract(string id)
    {
        Library.Needed();
        using var pact = ContractOf(id);
        await pact.VerifyAsync(context => Consumers.ById[id](context.MockServerUri));
    }

    [Fact]
    public async Task AConsumerThatSendsSomethingElseIsFoundOut()
    {
        Library.Needed();
        using var pact = ContractOf(StartsARun);
        var broken = await Assert.ThrowsAsync<PactException>(() =>
            pact.VerifyAsync(async context =>
            {
                using var caller = new ApiCaller(context.MockServerUri);
                var run = new NewRun(new string('m', 101), new ClientInfo(1));
                await Assert.ThrowsAsync<ApiException>(() =>
                    new NovaActClient(caller).CreateWorkflowRun("receipts", run, Consumers.Cancel)
                );
            })
        );
        Assert.Contains("$.modelId", broken.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AConsumerThatSendsNothingIsFoundOut()
    {
        Library.Needed();
        using var pact = ContractOf(StartsARun);
        var broken = await Assert.ThrowsAsync<PactException>(() => pact.VerifyAsync(_ => Task.CompletedTask));
        Assert.Contains("missing-request", broken.Message, StringComparison.Ordinal);
    }

    private static PactBuilder ContractOf(string id)
    {
        var interaction = Apis.Interaction(id);
        return ContractFile.Of(interaction.Operation.Api, [interaction]);
    }
}
