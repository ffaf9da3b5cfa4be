using System.Runtime.InteropServices;

namespace Conformance.Contracts.Native;

/// <summary>
/// One contract that is being written. It holds memory of the native library; for one thread at a time.
/// </summary>
public sealed class PactBuilder : IDisposable
{
    private const int Version4 = 5;
    private const string Loopback = "127.0.0.1";

    private readonly ushort pact;

    internal PactBuilder(string consumer, string provider)
    {
        pact = ConsumerCalls.NewPact(consumer, provider);
        Taken(ConsumerCalls.WithSpecification(pact, Version4), "the version of the specification");
    }

    public void Dispose() => _ = MockServerCalls.Free(pact);

    /// <summary>Begins an interaction.</summary>
    /// <param name="description">What it is called; no two of a contract share a name.</param>
    public RequestBuilder UponReceiving(string description) => new(ConsumerCalls.NewInteraction(pact, description));

    /// <summary>
    /// Lets a consumer talk to a mock server that responds as the interactions say. What is said of them afterwards is lost.
    /// </summary>
    /// <param name="interact">The consumer; it sends each of the requests once.</param>
    /// <exception cref="PactException">A request was missing, unexpected or different; the message says what.</exception>
    public async Task VerifyAsync(Func<ConsumerContext, Task> interact)
    {
        var port = MockServerCalls.Create(pact, Loopback, 0, "http", null);
        if (port <= 0)
            throw new PactException($"Pact's mock server did not start (code {port}); is {Loopback} to be had?");
        try
        {
            await interact(new ConsumerContext(new Uri($"http://{Loopback}:{port}/")));
            if (!MockServerCalls.Matched(port))
                throw Broken(port, null);
        }
        // The mock server responds with an error to what it doesn't expect, which the consumer may pass on.
        catch (Exception thrown) when (thrown is not PactException && !MockServerCalls.Matched(port))
        {
            throw Broken(port, thrown);
        }
        finally
        {
            MockServerCalls.CleanUp(port);
        }
    }

    /// <summary>Writes the contract as CONSUMER-PROVIDER.json, in place of what is there.</summary>
    /// <param name="folder">An existing folder.</param>
    /// <exception cref="PactException">It could not be written.</exception>
    public void WriteFile(string folder)
    {
        if (MockServerCalls.WriteFile(pact, folder, overwrite: true) is not 0 and var code)
            throw new PactException($"Pact could not write its contract to {folder} (code {code})");
    }

    private static PactException Broken(int port, Exception? thrown)
    {
        var mismatches = Marshal.PtrToStringUTF8(MockServerCalls.Mismatches(port));
        return new PactException($"the consumer did not keep to its contract: {mismatches}", thrown);
    }

    internal static void Taken(bool isTaken, string what)
    {
        if (!isTaken)
            throw new PactException($"Pact's core rejected {what}");
    }
}

/// <summary>What a consumer needs to know.</summary>
/// <param name="MockServerUri">Where the provider's stand-in listens.</param>
public sealed record ConsumerContext(Uri MockServerUri);
