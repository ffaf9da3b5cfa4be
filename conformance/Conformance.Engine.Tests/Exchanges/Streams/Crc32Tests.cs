using Conformance.Engine.Exchanges.Streams;

namespace Conformance.Engine.Tests.Exchanges.Streams;

public sealed class Crc32Tests
{
    [Fact]
    public void TheCheckValueIsThePublishedOne() => Assert.Equal(0xCBF43926, Crc32.Of("123456789"u8));

    [Fact]
    public void NothingHasTheChecksumZero() => Assert.Equal(0u, Crc32.Of([]));
}
