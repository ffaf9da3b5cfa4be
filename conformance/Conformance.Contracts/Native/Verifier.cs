using System.Runtime.InteropServices;
using Conformance.Contracts.Provider;
using Conformance.Engine.Running;

namespace Conformance.Contracts.Native;

/// <summary>Pact's own verifier.</summary>
internal static class Verifier
{
    // The relay always responds in the time that the configuration allows a target; throttled requests take several.
    private const uint LongestRequestMilliseconds = 30 * 60 * 1000;

    /// <summary>
    /// Verifies the interactions of one pact. Blocks its thread, and writes to the standard output of the process: to be
    /// called where nobody minds.
    /// </summary>
    /// <exception cref="InvalidOperationException">The library is not there.</exception>
    public static VerifierResponse Run(VerifierTask task)
    {
        if (PactLibrary.Find() is PactLibrary.Missing(var reason))
            throw new InvalidOperationException(reason);
        var folder = Directory.CreateTempSubdirectory("conformance-pact-");
        try
        {
            // There is no other way in: the verifier reads files, folders and brokers.
            var file = Path.Combine(folder.FullName, "pact.json");
            File.WriteAllText(file, task.Pact);
            return Run(task, file);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static VerifierResponse Run(VerifierTask task, string file)
    {
        var verifier = VerifierCalls.New("conformance", Kit.Version);
        try
        {
            var target = task.Target;
            VerifierCalls.SetProvider(verifier, task.Provider, target.Scheme, target.Host, (ushort)target.Port, "/");
            VerifierCalls.SetStates(verifier, task.States.AbsoluteUri, withTeardown: 0, inBody: 1);
            _ = VerifierCalls.SetOptions(verifier, 0, new CULong(LongestRequestMilliseconds));
            _ = VerifierCalls.SetColours(verifier, 0);
            _ = VerifierCalls.SetRedirects(verifier, 0);
            VerifierCalls.AddFile(verifier, file);
            var code = VerifierCalls.Execute(verifier);
            return new VerifierResponse(code, Taken(VerifierCalls.Json(verifier)));
        }
        finally
        {
            VerifierCalls.ShutDown(verifier);
        }
    }

    private static string? Taken(nint text)
    {
        if (text == 0)
            return null;
        var taken = Marshal.PtrToStringUTF8(text);
        VerifierCalls.Free(text);
        return taken;
    }
}
