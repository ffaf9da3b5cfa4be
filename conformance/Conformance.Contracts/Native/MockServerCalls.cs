using System.Runtime.InteropServices;

namespace Conformance.Contracts.Native;

/// <summary>What <c>pact_ffi</c> 0.5 offers around a mock server, and the writing of a contract.</summary>
internal static partial class MockServerCalls
{
    /// <returns>The server's port, or a negative number that says what went wrong.</returns>
    [LibraryImport(
        PactLibrary.ImportName,
        EntryPoint = "pactffi_create_mock_server_for_transport",
        StringMarshalling = StringMarshalling.Utf8
    )]
    public static partial int Create(ushort pact, string address, ushort port, string transport, string? settings);

    [LibraryImport(PactLibrary.ImportName, EntryPoint = "pactffi_mock_server_matched")]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool Matched(int port);

    /// <returns>JSON that belongs to the server.</returns>
    [LibraryImport(PactLibrary.ImportName, EntryPoint = "pactffi_mock_server_mismatches")]
    public static partial nint Mismatches(int port);

    [LibraryImport(PactLibrary.ImportName, EntryPoint = "pactffi_cleanup_mock_server")]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool CleanUp(int port);

    /// <returns>0 where the file was written.</returns>
    [LibraryImport(
        PactLibrary.ImportName,
        EntryPoint = "pactffi_pact_handle_write_file",
        StringMarshalling = StringMarshalling.Utf8
    )]
    public static partial int WriteFile(ushort pact, string folder, [MarshalAs(UnmanagedType.U1)] bool overwrite);

    [LibraryImport(PactLibrary.ImportName, EntryPoint = "pactffi_free_pact_handle")]
    public static partial uint Free(ushort pact);
}
