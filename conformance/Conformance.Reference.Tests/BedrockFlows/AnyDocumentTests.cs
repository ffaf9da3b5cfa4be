using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Conformance.Reference.Tests.BedrockFlows;

public sealed class AnyDocumentTests : IAsyncLifetime
{
    private static readonly Gen<string> Texts = ArbMap
        .Default.GeneratorFor<UnicodeString>()
        .Select(t => JsonSerializer.Serialize(t.Get));

    private static readonly Gen<string> Numbers = ArbMap
        .Default.GeneratorFor<double>()
        .Where(double.IsFinite)
        .Select(n => JsonSerializer.Serialize(n));

    private static readonly Gen<string> Lists = Gen.OneOf(Texts, Numbers)
        .ListOf()
        .Select(items => $"[{string.Join(", ", items)}]");

    private Emulator bedrock = null!;

    public async ValueTask InitializeAsync() => bedrock = await Emulator.StartAsync();

    [Property]
    public Property TextsAndNumbersComeBackOctetForOctet() =>
        Prop.ForAll(
            Arb.From(Gen.OneOf(Texts, Numbers, Lists)),
            async document => (await bedrock.EchoAsync(document)).Events()[0].Document() == document
        );

    public ValueTask DisposeAsync() => bedrock.DisposeAsync();
}
