using System.Runtime.InteropServices;

namespace Conformance.Contracts.Native;

/// <summary>
/// What <c>pact_ffi</c> 0.5 offers a provider. Texts that come back are the caller's, to be freed with
/// <see cref="Free"/>. Flags are bytes: 0 for no.
/// </summary>
internal static partial class VerifierCalls
{
    [LibraryImport(
        PactLibrary.ImportName,
        EntryPoint = "pactffi_verifier_new_for_application",
        StringMarshalling = StringMarshalling.Utf8
    )]
    public static partial nint New(string application, string version);

    [LibraryImport(
        PactLibrary.ImportName,
        EntryPoint = "pactffi_verifier_set_provider_info",
        StringMarshalling = StringMarshalling.Utf8
    )]
    public static partial void SetProvider(
        nint verifier,
        string name,
        string scheme,
        string host,
        ushort port,
        string path
    );

    [LibraryImport(
        PactLibrary.ImportName,
        EntryPoint = "pactffi_verifier_set_provider_state",
        StringMarshalling = StringMarshalling.Utf8
    )]
    public static partial void SetStates(nint verifier, string url, byte withTeardown, byte inBody);

    [LibraryImport(PactLibrary.ImportName, EntryPoint = "pactffi_verifier_set_verification_options")]
    public static partial int SetOptions(nint verifier, byte trustsAnyCertificate, CULong requestTimeoutMilliseconds);

    [LibraryImport(PactLibrary.ImportName, EntryPoint = "pactffi_verifier_set_coloured_output")]
    public static partial int SetColours(nint verifier, byte areWanted);

    [LibraryImport(PactLibrary.ImportName, EntryPoint = "pactffi_verifier_set_follow_redirects")]
    public static partial int SetRedirects(nint verifier, byte areFollowed);

    [LibraryImport(
        PactLibrary.ImportName,
        EntryPoint = "pactffi_verifier_add_file_source",
        StringMarshalling = StringMarshalling.Utf8
    )]
    public static partial void AddFile(nint verifier, string path);

    /// <summary>Blocks until all is verified, and writes what it saw to the process's standard output.</summary>
    /// <returns>0 where all was as expected, 1 where something was not, anything else where it could not run.</returns>
    [LibraryImport(PactLibrary.ImportName, EntryPoint = "pactffi_verifier_execute")]
    public static partial int Execute(nint verifier);

    [LibraryImport(PactLibrary.ImportName, EntryPoint = "pactffi_verifier_json")]
    public static partial nint Json(nint verifier);

    [LibraryImport(PactLibrary.ImportName, EntryPoint = "pactffi_verifier_shutdown")]
    public static partial void ShutDown(nint verifier);

    [LibraryImport(PactLibrary.ImportName, EntryPoint = "pactffi_string_delete")]
    public static partial void Free(nint text);
}
