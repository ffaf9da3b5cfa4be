using System.Net;
using System.Net.Sockets;

namespace Conformance.Reference.Tests;

public sealed class ReferenceServerTests
{
    [Fact]
    public async Task PortZeroBindsAFreePortAndTellsIt()
    {
        await using var one = await Emulator.StartAsync();
        await using var two = await Emulator.StartAsync();
        Assert.NotEqual(0, one.Server.BaseAddress.Port);
        Assert.NotEqual(one.Server.BaseAddress, two.Server.BaseAddress);
        Assert.Equal(404, (await one.GetAsync("/workflow-definitions/demo")).Status);
    }

    [Fact]
    public async Task TwoServersShareNothing()
    {
        await using var one = await Emulator.WithDemoAsync();
        await using var two = await Emulator.WithDemoAsync();
        Assert.Equal(202, (await one.DeleteAsync("/workflow-definitions/demo")).Status);
        Assert.Equal(200, (await two.GetAsync("/workflow-definitions/demo")).Status);
    }

    [Fact]
    public async Task ATakenPortIsSaidSo()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        var error = await Assert.ThrowsAsync<IOException>(() => Emulator.StartAsync(new() { Port = port }));
        Assert.Contains($"expected 127.0.0.1:{port} to be free", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AfterItsEndNobodyListens()
    {
        var emulator = await Emulator.StartAsync();
        var address = emulator.Server.BaseAddress;
        await emulator.DisposeAsync();
        using var client = new TcpClient();
        await Assert.ThrowsAsync<SocketException>(() =>
            client.ConnectAsync(IPAddress.Loopback, address.Port, Emulator.Stop).AsTask()
        );
    }

    [Theory]
    [InlineData("nowhere", 0)]
    [InlineData("127.0.0.1", -1)]
    [InlineData("127.0.0.1", 65536)]
    public async Task WrongOptionsAreRefusedBeforeAnythingStarts(string address, int port) =>
        await Assert.ThrowsAsync<ArgumentException>(() =>
            ReferenceServer.StartAsync(new() { Address = address, Port = port }, Emulator.Stop)
        );
}
